import type { ConnectionStatus, Step, SupportAge, SupportSearch, SupportView } from '@botize/contract';
import type { AttemptsWith, ConnectionsWith, RowQuery, Standing } from '../../ports/support.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const ageMs: Record<SupportAge, number> = {
  hour: hourMs,
  day: dayMs,
  three_days: 3 * dayMs,
  month: 30 * dayMs,
  any: Number.POSITIVE_INFINITY,
};

interface Members {
  standings: Standing[];
  refused: boolean;
  statuses: ConnectionStatus[];
}

/** What a view shows. Whoever failed a moment ago is stuck, until they try again. */
const members: Record<SupportView, Members> = {
  need_help: { standings: ['stuck', 'failed'], refused: true, statuses: ['needs_reconnect', 'suspended'] },
  trying: { standings: ['trying', 'stuck'], refused: false, statuses: [] },
  needs_reconnect: { standings: [], refused: false, statuses: ['needs_reconnect'] },
  suspended: { standings: [], refused: false, statuses: ['suspended'] },
  connected: { standings: [], refused: false, statuses: ['connected'] },
  all: {
    standings: ['trying', 'stuck', 'failed'],
    refused: true,
    statuses: ['connected', 'needs_reconnect', 'suspended'],
  },
};

/** Asked for by step, sign-ins that are over are shown as well. */
function attemptsWith({ standings }: Members, { step, reason, view }: SupportSearch): AttemptsWith[] {
  if (reason !== undefined || step === 'credentials') return [];
  if (step === undefined) return standings.map((standing) => ({ standing }));
  const withOver: Standing[] = view === undefined || view === 'all' ? [...standings, 'over'] : standings;
  return withOver.map((standing) => ({ standing, step: step satisfies Step }));
}

function connectionsWith({ statuses }: Members, { step, reason }: SupportSearch): ConnectionsWith[] {
  if (step !== undefined) return [];
  return statuses.map((status) => ({ status, ...(reason === undefined ? {} : { reason }) }));
}

/** The ranges that a list of everybody consists of. */
export function everybody(
  search: SupportSearch,
  now: number,
): Pick<RowQuery, 'attempts' | 'refused' | 'connections' | 'from'> {
  const { view = 'all', step, reason, age = 'any' } = search;
  const shown = members[view];
  const isAsked = reason === undefined && (step === undefined || step === 'credentials');
  return {
    attempts: attemptsWith(shown, search),
    refused: shown.refused && isAsked ? [{ anybody: true }] : [],
    connections: connectionsWith(shown, search),
    from: age === 'any' ? 0 : now - ageMs[age],
  };
}

/** Rows of each view, from what the store keeps count of. */
export function countsOf(counts: { kind: string; name: string; n: number }[]): Record<SupportView, number> {
  const of = (kind: string, name: string) => counts.find((one) => one.kind === kind && one.name === name)?.n ?? 0;
  const inView = ({ standings, refused, statuses }: Members) =>
    standings.reduce((sum, standing) => sum + of('standing', standing), 0) +
    (refused ? of('refused', 'all') : 0) +
    statuses.reduce((sum, status) => sum + of('status', status), 0);
  const views = Object.entries(members).map(([view, shown]) => [view, inView(shown)]);
  return Object.fromEntries(views) as Record<SupportView, number>;
}
