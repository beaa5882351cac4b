import type { ActivityEntry } from '@botize/contract';
import { describe, expect, it } from 'vitest';
import { momentOf } from '../copy/moment.ts';
import { byDay, worthTelling } from './activity-lines.ts';

const one = 'con_0123456789abcdefghijkl';
const other = 'con_1123456789abcdefghijkl';

const entry = (minutes: number, over: Partial<ActivityEntry> = {}): ActivityEntry => ({
  at: new Date(Date.UTC(2026, 10, 22, 12, -minutes)).toISOString(),
  action: 'connection.checked',
  actor: 'system',
  connectionId: one,
  outcome: 'ok',
  ...over,
});

describe('the activity', () => {
  it('tells only the last of scheduled checks that found the same', () => {
    const [last, before, unlike, first] = [entry(0), entry(60), entry(120, { outcome: 'unreachable' }), entry(180)];
    expect(worthTelling([last, before, unlike, first])).toEqual([last, unlike, first]);
  });

  it('tells every check that somebody asked for', () => {
    const entries = [entry(0, { actor: 'user' }), entry(1, { actor: 'user' }), entry(2, { actor: 'support' })];
    expect(worthTelling(entries)).toEqual(entries);
  });

  it('keeps the checks of one connection apart from those of another', () => {
    const entries = [entry(0), entry(1, { connectionId: other, outcome: 'frozen' }), entry(2)];
    expect(worthTelling(entries)).toEqual(entries.slice(0, 2));
  });

  it('tells a change once: not also as the check that found it', () => {
    const change = entry(0, { action: 'connection.suspended', outcome: 'frozen' });
    expect(worthTelling([change, entry(0, { outcome: 'frozen' }), entry(60)])).toEqual([change, entry(60)]);
  });

  it('has a heading for each day', () => {
    const now = Date.UTC(2026, 10, 22, 12);
    const moment = (iso: string) => momentOf(iso, 'en', now);
    const entries = [entry(0), entry(1), entry(1_440), entry(4_320)];
    const days = byDay(entries, moment, { today: 'Today', yesterday: 'Yesterday' });
    expect(days.map(({ name, lines }) => [name, lines.length])).toEqual([
      ['Today', 2],
      ['Yesterday', 1],
      ['19 Nov 2026', 1],
    ]);
  });
});
