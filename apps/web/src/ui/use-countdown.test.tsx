import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { learnServerTime } from '../api/server-clock.ts';
import { useCountdown } from './use-countdown.ts';

function Seconds({ until }: { until: string | null }) {
  return <output>{useCountdown(until)}</output>;
}

const shown = () => screen.getByRole('status').textContent;
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-11-22T12:00:00.000Z') }));
afterEach(() => {
  learnServerTime(new Date().toUTCString());
  cleanup();
  vi.useRealTimers();
});

describe('useCountdown', () => {
  it('counts whole seconds down to zero and stops', async () => {
    render(<Seconds until="2026-11-22T12:00:02.500Z" />);
    expect(shown()).toBe('3');
    await pass(500);
    expect(shown()).toBe('2');
    await pass(2_000);
    expect(shown()).toBe('0');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('follows the server where this device’s clock is wrong', () => {
    learnServerTime('Sun, 22 Nov 2026 12:01:00 GMT');
    render(<Seconds until="2026-11-22T12:01:10.000Z" />);
    expect(shown()).toBe('10');
  });

  it('takes a second or two of difference for noise', () => {
    learnServerTime('Sun, 22 Nov 2026 12:00:01 GMT');
    render(<Seconds until="2026-11-22T12:00:10.000Z" />);
    expect(shown()).toBe('10');
  });

  it('is zero without a time', () => {
    render(<Seconds until={null} />);
    expect(shown()).toBe('0');
  });
});
