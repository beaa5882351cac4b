import type { SignInDeps } from '@botize/login';
import { checkDueConnections, drainRetiredKeys, reapAttempts } from '@botize/login';
import type { SqliteVault } from '@botize/vault';
import type { Config } from './config/read-config.ts';
import type { Round } from './rounds.ts';

interface RoundDeps {
  signIn: SignInDeps;
  vault: SqliteVault;
  config: Config;
}

/** At most so many at a time, so that a round doesn't hold Telegram's clients for long. */
const limit = 20;

/** What nobody asks for and has to happen all the same. */
export const roundsOf = ({ signIn, vault, config }: RoundDeps): Round[] => {
  const { clock } = signIn;
  const checkEveryMs = config.checkIntervalSeconds * 1000;
  return [
    { name: 'attempts', everyMs: 5_000, run: async () => void (await reapAttempts(signIn, limit)) },
    { name: 'retired keys', everyMs: 5_000, run: async () => void (await drainRetiredKeys(signIn, limit)) },
    {
      name: 'connections',
      everyMs: Math.min(checkEveryMs, 60_000),
      run: async () => void (await checkDueConnections(signIn, { checkedBefore: clock.now() - checkEveryMs, limit })),
    },
    {
      name: 'browser sessions',
      everyMs: 60_000,
      run: async () => void (await vault.browserSessions.deleteExpired(clock.now())),
    },
  ];
};
