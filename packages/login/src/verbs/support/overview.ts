import { isMessageCode, StatusReason, SupportStep } from '@botize/contract';
import type { SupportOverview } from '@botize/contract';
import { timestamp } from '../../machine/to-public.ts';
import type { CountKind, Tally, TallyKind } from '../../ports/support.ts';
import type { SupportDeps } from './deps.ts';

const hourMs = 3_600_000;
const hoursShown = 24;
const errorsShown = 20;

const each = <Name extends string>(names: readonly Name[], of: (name: Name) => number) =>
  Object.fromEntries(names.map((name) => [name, of(name)])) as Record<Name, number>;

/** How it stands with everybody, from counts that the store keeps: nothing is counted here. */
export async function overview({ support, clock }: Pick<SupportDeps, 'support' | 'clock'>): Promise<SupportOverview> {
  const now = clock.now();
  const thisHour = Math.floor(now / hourMs);
  const counts = await support.counts();
  const tallies = await support.tallies(thisHour - hoursShown + 1);
  const of = (kind: CountKind, name: string) => counts.find((one) => one.kind === kind && one.name === name)?.n ?? 0;
  return {
    at: timestamp(now),
    connections: {
      connected: of('status', 'connected'),
      needs_reconnect: of('status', 'needs_reconnect'),
      suspended: of('status', 'suspended'),
      byReason: each(StatusReason.options, (reason) => of('reason', reason)),
    },
    openAttempts: each(SupportStep.options, (step) =>
      step === 'credentials' ? of('refused', 'all') : of('step', step),
    ),
    hours: Array.from({ length: hoursShown }, (_, index) => hourOf(tallies, thisHour - hoursShown + 1 + index)),
    errors: errorsOf(tallies),
  };
}

/** Whoever starts, or is refused, has come to the credentials. */
function hourOf(tallies: Tally[], hour: number): SupportOverview['hours'][number] {
  const of = (kind: TallyKind, name = '') =>
    tallies.find((one) => one.hour === hour && one.kind === kind && one.name === name)?.n ?? 0;
  const started = of('started');
  const refused = of('refused');
  const reached = each(SupportStep.options, (step) =>
    step === 'credentials' ? started + refused : of('reached', step),
  );
  return { at: timestamp(hour * hourMs), started, refused, reached };
}

function errorsOf(tallies: Tally[]): SupportOverview['errors'] {
  const sums = new Map<string, number>();
  for (const { kind, name, n } of tallies) if (kind === 'error') sums.set(name, (sums.get(name) ?? 0) + n);
  return [...sums]
    .flatMap(([code, count]) => (isMessageCode(code) ? [{ code, count }] : []))
    .toSorted((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1))
    .slice(0, errorsShown);
}
