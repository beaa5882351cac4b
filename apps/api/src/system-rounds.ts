import type { SignInDeps } from '@botize/login';
import { checkDueConnections, deliverWebhooks, drainRetiredKeys, reapAttempts } from '@botize/login';
import type { SqliteVault } from '@botize/vault';
import type { Config } from './config/read-config.ts';
import { createWebhookSender } from './http/webhook-sender.ts';
import type { AppLimits } from './http/rate-limits.ts';
import type { Round } from './rounds.ts';

interface RoundDeps {
  signIn: SignInDeps;
  vault: SqliteVault;
  config: Config;
}

/** At most so many at a time, so that a round doesn't hold Telegram's clients for long. */
const limit = 20;

const dayMs = 86_400_000;
/** How long used links, ended leases, the log of deliveries, tallies and refused starts are kept. */
const keepMs = 30 * dayMs;

/** What nobody asks for and has to happen all the same. */
export const roundsOf = ({ signIn, vault, config }: RoundDeps): Round[] => {
  const { clock } = signIn;
  const checkEveryMs = config.checkIntervalSeconds * 1000;
  const { webhook } = config.platform;
  const send = webhook && createWebhookSender(webhook, clock);
  const tell = async () =>
    void (send && (await deliverWebhooks({ host: vault.host, clock, log: signIn.log, send }, limit)));
  return [
    ...(send ? [{ name: 'webhooks', everyMs: 1_000, run: tell }] : []),
    { name: 'what the host left', everyMs: 3_600_000, run: () => vault.host.forgetBefore(clock.now() - keepMs) },
    { name: 'what staff counted', everyMs: 3_600_000, run: () => vault.support.forgetBefore(clock.now() - keepMs) },
    { name: 'attempts', everyMs: 5_000, run: async () => void (await reapAttempts(signIn, limit)) },
    { name: 'retired keys', everyMs: 5_000, run: async () => void (await drainRetiredKeys(signIn, limit)) },
    {
      name: 'connections',
      everyMs: Math.min(checkEveryMs, 60_000),
      run: async () => void (await checkDueConnections(signIn, { intervalMs: checkEveryMs, limit })),
    },
    {
      name: 'audit of those who left',
      everyMs: 3_600_000,
      run: async () => void (await vault.eraseAuditBefore(clock.now() - config.auditRetentionDays * dayMs)),
    },
    {
      name: 'browser sessions',
      everyMs: 60_000,
      run: async () => void (await vault.browserSessions.deleteExpired(clock.now())),
    },
  ];
};

/** What a killed process may forget of the requests it has counted: those of the last second. */
export const countingRounds = (limits: AppLimits | null): Round[] =>
  limits === null ? [] : [{ name: 'counted requests', everyMs: 1_000, run: () => limits.counts.save() }];
