import type { Vault } from '@botize/login';
import type { Metrics } from './metrics.ts';

type Change = Parameters<Vault['commit']>[1][number];

/** How a sign-in has ended, or null while it goes on. */
const endingOf = (change: Change): string | null => {
  if (change.type !== 'attempt.update') return null;
  const { state } = change.record.signIn;
  if (state.step === 'connected') return state.outcome;
  return state.step === 'failed' || state.step === 'cancelled' || state.step === 'expired' ? state.step : null;
};

/** The same vault, with each sign-in that a commit ends counted. An ended one is never committed again. */
export const countedSignIns = <V extends Vault>(vault: V, metrics: Pick<Metrics, 'signIn'>): V => ({
  ...vault,
  commit: async (lease, changes) => {
    await vault.commit(lease, changes);
    for (const ending of changes.map(endingOf)) if (ending !== null) metrics.signIn(ending);
  },
});
