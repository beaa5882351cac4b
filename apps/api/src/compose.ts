import { fileURLToPath } from 'node:url';
import type { Meta } from '@botize/contract';
import type { HostDeps, SignInDeps, SupportDeps, TelegramGateway, Vault } from '@botize/login';
import { createFeed, createIds, systemClock } from '@botize/login';
import { createGramjsGateway } from '@botize/login/gramjs';
import { countUp, diallingStopped, openVault, type SqliteVault } from '@botize/vault';
import type { FastifyBaseLogger } from 'fastify';
import { buildApp } from './app.ts';
import { openKeyring } from './config/keyring.ts';
import { readNetworkFile } from './config/network-file.ts';
import type { Config } from './config/read-config.ts';
import { hostKeysOf } from './config/host-keys.ts';
import { bindHostVerbs } from './host-verbs.ts';
import { createAddressLimits } from './http/address-limits.ts';
import { createBrowserSessions } from './http/browser-sessions.ts';
import { createDrain } from './http/drain.ts';
import { openFloodCounts } from './http/flood-counts.ts';
import { createEventLog } from './http/log.ts';
import type { AppLimits } from './http/rate-limits.ts';
import { countedSignIns } from './metrics/counted-sign-ins.ts';
import { measuredGateway } from './metrics/measured-gateway.ts';
import { createMetrics, type Metrics } from './metrics/metrics.ts';
import { countingRounds, roundsOf } from './system-rounds.ts';
import { startRounds } from './rounds.ts';
import { silentGateway } from './silent-gateway.ts';
import { bindSupportVerbs } from './support-verbs.ts';
import { bindVerbs } from './verbs.ts';

/** Of the words a user agrees to. A new text gets a new version, and attempts under the old one are refused. */
export const consentVersion = '2026-11';

const webRoot = fileURLToPath(new URL('../../web/dist', import.meta.url));

const metaOf = (config: Config, network: string): Meta => ({
  network,
  simulated: config.network.kind === 'file',
  devSignIn: config.devSignIn,
  consentVersion,
  phonePage: config.phonePage,
  auditRetentionDays: config.auditRetentionDays,
});

const openNetwork = async ({ network }: Config) => {
  if (network.kind === 'telegram') return { name: network.name, choice: network.name };
  const described = await readNetworkFile(network);
  return { name: described.name, choice: described };
};

/** What the server stands on: everything that reaches a disk or a network. */
export interface Parts {
  networkName: string;
  vault: SqliteVault;
  gateway: TelegramGateway;
  /** False on a restored database that nobody has allowed to dial yet; then the gateway dials nobody. */
  dials: boolean;
}

/** Opens the store and gets ready for Telegram; nothing is dialled yet. @throws what keeps us from starting, in words */
export const openParts = async (config: Config, log: FastifyBaseLogger): Promise<Parts> => {
  const network = await openNetwork(config);
  const vault = await openVault({
    databaseFile: config.databaseFile,
    keyring: openKeyring(config),
    clock: systemClock,
  });
  const gateway = createGramjsGateway({
    network: network.choice,
    deadlineMs: config.telegramDeadlineMs,
    log: createEventLog(log),
  });
  const dials = (await diallingStopped(vault)) === null;
  if (!dials) log.warn({ event: 'not dialling', until: 'npm run admin -- doctor --allow-dialling' });
  return { networkName: network.name, vault, gateway: dials ? gateway : silentGateway(gateway), dials };
};

interface Watch {
  log: FastifyBaseLogger;
  metrics: Metrics;
}

const signInDepsOf = (config: Config, { vault, gateway }: Parts, { log, metrics }: Watch): SignInDeps => ({
  gateway: measuredGateway(gateway, metrics),
  vault: countedSignIns<Vault>(vault, metrics),
  limits: config.limits ? vault : null,
  limitValues: config.limitValues,
  clock: systemClock,
  ids: createIds(),
  feed: createFeed(),
  log: createEventLog(log),
  attemptTtlSeconds: config.attemptTtlSeconds,
  consentVersion,
  deadlineMs: config.telegramDeadlineMs,
});

const hostDepsOf = (config: Config, { vault }: Parts, signIn: SignInDeps): HostDeps => ({
  ...signIn,
  host: vault.host,
  publicOrigin: config.publicUrl.origin,
  returnOrigins: config.platform.returnOrigins,
});

const limitsOf = async ({ limits, limitValues: values }: Config, { vault }: Parts): Promise<AppLimits | null> => {
  if (!limits) return null;
  const clock = systemClock;
  const hash = (address: string) => vault.fingerprint('address', address);
  const addresses = createAddressLimits({ limits: vault, values, clock, hash });
  return { values, counts: await openFloodCounts({ store: vault, clock }), addresses, hash };
};

const supportDepsOf = (config: Config, { vault }: Parts, signIn: SignInDeps): SupportDeps => ({
  ...signIn,
  support: vault.support,
  host: vault.host,
  publicOrigin: config.publicUrl.origin,
  hasHost: config.platform.webhook !== null,
  devLinks: config.devSignIn,
});

/** The server on its parts; nothing listens yet. `close` closes the parts too. */
export const assemble = async (config: Config, parts: Parts, log: FastifyBaseLogger) => {
  const { vault, gateway, networkName, dials } = parts;
  const drain = createDrain();
  const metrics = createMetrics(() => countUp(vault));
  const signIn = signInDepsOf(config, parts, { log, metrics });
  const limits = await limitsOf(config, parts);
  const app = await buildApp({
    settings: {
      ...config,
      requestsAtOnce: config.limitValues.requestsAtOnce,
      embedOrigins: config.platform.embedOrigins,
      meta: metaOf(config, networkName),
      webRoot,
    },
    verbs: bindVerbs({ ...signIn, support: vault.support }),
    hostVerbs: bindHostVerbs(hostDepsOf(config, parts, signIn)),
    supportVerbs: bindSupportVerbs(supportDepsOf(config, parts, signIn)),
    keyOf: hostKeysOf(config.platform, vault.host),
    browserSessions: createBrowserSessions({ store: vault.browserSessions, clock: systemClock }),
    limits,
    clock: systemClock,
    log,
    drain,
    metrics,
    dials,
    storeAnswers: async () => void (await vault.leasedUntil('readyz', systemClock.now())),
  });
  const startSystemRounds = () =>
    startRounds([...countingRounds(limits), ...(dials ? roundsOf({ signIn, vault, config }) : [])], log);

  return {
    app,
    drain,
    vault,
    gateway,
    startSystemRounds,
    /** Clients first: nothing may be dialled once the store is gone. */
    close: async () => {
      await app.close();
      await gateway.close();
      await limits?.counts.save();
      await vault.close();
    },
  };
};

export type Composed = Awaited<ReturnType<typeof assemble>>;

/** Builds everything that the configuration asks for. */
export const compose = async (config: Config, log: FastifyBaseLogger): Promise<Composed> =>
  assemble(config, await openParts(config, log), log);
