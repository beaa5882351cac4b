import { diagnoseCode, type TimelineEntry } from '@botize/contract';
import type { LaterCatalogue } from '../../copy/en-later.ts';
import type { SupportCatalogue } from '../../copy/en/support.ts';
import type { Moment } from '../../copy/moment.ts';
import { diagnosisText } from '../diagnosis-text.ts';

export type Tone = 'well' | 'care' | 'wrong' | 'plain';

export interface TimelineDay {
  name: string;
  lines: { entry: TimelineEntry; clock: string; sentence: string; tone: Tone }[];
}

const well: ReadonlySet<TimelineEntry['action']> = new Set([
  'attempt.step',
  'connection.connected',
  'connection.reconnected',
  'connection.redeemed',
  'connection.recovered',
  'session.logged_out',
]);
const wrong: ReadonlySet<TimelineEntry['action']> = new Set([
  'attempt.refused',
  'attempt.failed',
  'connection.suspended',
  'session.error_reported',
  'session.abandoned',
  'staff.secret_refused',
]);
const care: ReadonlySet<TimelineEntry['action']> = new Set(['attempt.expired', 'connection.needs_reconnect']);

const ended: ReadonlySet<TimelineEntry['step']> = new Set(['failed', 'cancelled', 'expired'] as const);

const toneOf = ({ action, code, retryAt, step }: TimelineEntry): Tone => {
  if (retryAt !== null || care.has(action)) return 'care';
  if (wrong.has(action) || code !== null) return 'wrong';
  return well.has(action) && !ended.has(step) ? 'well' : 'plain';
};

interface Wording {
  support: Pick<SupportCatalogue, 'diagnoses' | 'timeline' | 'person'>;
  time: LaterCatalogue['time'];
  moment: (iso: string) => Moment;
}

/** Everything in plain words, newest first, a heading for each day. */
export function timelineDays(entries: readonly TimelineEntry[], { support, time, moment }: Wording): TimelineDay[] {
  const days: TimelineDay[] = [];
  for (const entry of entries) {
    const { day, date, clock } = moment(entry.at);
    const name = day === 'today' || day === 'yesterday' ? `${support.person[day]} · ${date}` : date;
    const { code, retryAt, triesLeft } = entry;
    const problem =
      code === null
        ? null
        : diagnosisText({ id: diagnoseCode(code), until: retryAt }, null, { ...support, time, moment }).title;
    const sentence = support.timeline[entry.action]({ ...entry, problem, triesLeft });
    const line = { entry, clock, sentence, tone: toneOf(entry) };
    const last = days.at(-1);
    if (last?.name === name) last.lines.push(line);
    else days.push({ name, lines: [line] });
  }
  return days;
}
