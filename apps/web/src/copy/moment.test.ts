import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { time as english } from './en/time.ts';
import { time as spanish } from './es/time.ts';
import { clockFace, momentOf } from './moment.ts';

const now = Date.parse('2026-11-22T12:54:00.000Z');

beforeEach(() => void vi.stubEnv('TZ', 'Europe/Madrid'));
afterEach(() => vi.unstubAllEnvs());

describe('momentOf', () => {
  it('gives the local time of this device, in 24 hours', () => {
    expect(momentOf('2026-11-22T13:20:00.000Z', 'en', now)).toMatchObject({ day: 'today', clock: '14:20' });
    expect(momentOf('2026-11-22T23:05:00.000Z', 'en', now)).toMatchObject({ day: 'tomorrow', clock: '00:05' });
  });

  it('tells days apart by the calendar, not by 24 hours', () => {
    expect(momentOf('2026-11-23T22:59:00.000Z', 'en', now).day).toBe('tomorrow');
    expect(momentOf('2026-11-23T23:01:00.000Z', 'en', now).day).toBe('other');
    expect(momentOf('2026-11-21T12:00:00.000Z', 'en', now).day).toBe('yesterday');
  });

  it('makes sentences in both languages', () => {
    const today = momentOf('2026-11-22T13:20:00.000Z', 'en', now);
    const tomorrow = momentOf('2026-11-23T08:00:00.000Z', 'en', now);
    expect(english.until(today)).toBe('14:20');
    expect(english.at(tomorrow)).toBe('tomorrow at 09:00');
    expect(spanish.until(today)).toBe('las 14:20');
    expect(spanish.at(tomorrow)).toBe('mañana a las 09:00');
    expect(english.stamp(momentOf('2026-11-03T08:00:00.000Z', 'en', now))).toBe('3 Nov 2026, 09:00');
  });
});

describe('clockFace', () => {
  it.each([
    [0, '0:00'],
    [9, '0:09'],
    [42, '0:42'],
    [41.2, '0:42'],
    [1_572, '26:12'],
    [11_100, '3:05:00'],
    [-5, '0:00'],
  ])('shows %d seconds as %s', (seconds, face) => {
    expect(clockFace(seconds)).toBe(face);
  });
});
