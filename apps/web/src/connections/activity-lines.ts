import type { ActivityEntry } from '@botize/contract';
import type { Moment } from '../copy/moment.ts';

const changes: ReadonlySet<ActivityEntry['action']> = new Set([
  'connection.needs_reconnect',
  'connection.suspended',
  'connection.recovered',
]);

/**
 * Leaves out checks that say nothing new: of those that found the same one after another only the last is worth a
 * line, and one that has changed the status is told by the change.
 */
export function worthTelling(entries: readonly ActivityEntry[]): ActivityEntry[] {
  const newer = new Map<string | null, ActivityEntry>();
  return entries.filter((entry) => {
    const next = newer.get(entry.connectionId);
    newer.set(entry.connectionId, entry);
    if (entry.action !== 'connection.checked' || next === undefined) return true;
    if (changes.has(next.action) && next.at === entry.at) return false;
    return !(entry.actor === 'system' && next.action === entry.action && next.outcome === entry.outcome);
  });
}

export interface Day {
  name: string;
  lines: { entry: ActivityEntry; clock: string }[];
}

interface DayNames {
  today: string;
  yesterday: string;
}

/** In the order given, a heading for each day. */
export function byDay(entries: readonly ActivityEntry[], moment: (iso: string) => Moment, names: DayNames): Day[] {
  const days: Day[] = [];
  for (const entry of entries) {
    const { day, date, clock } = moment(entry.at);
    const name = day === 'today' || day === 'yesterday' ? names[day] : date;
    const last = days.at(-1);
    if (last?.name === name) last.lines.push({ entry, clock });
    else days.push({ name, lines: [{ entry, clock }] });
  }
  return days;
}
