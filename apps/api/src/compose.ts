import { fileURLToPath } from 'node:url';
import type { Meta } from '@botize/contract';
import type { EventLog, SignInDeps } from '@botize/login';
import { createFeed, createIds, systemClock } from '@botize/login';
import { createGramjsGateway } from '@botize/login/gramjs';
import { openVault } from '@botize/vault';
import type { FastifyBaseLogger } from 'fastify';
import { buildApp } from './app.ts';
import { openKeyring } from './config/keyring.ts';
import { readNetworkFile } from './config/network-file.ts';
import type { Config } from './config/read-config.ts';
import { createBrowserSessions } from './http/browser-sessions.ts';
import { createDrain } from './http/drain.ts';
import { createEventLog } from './http/log.ts';
import { roundsOf } from './system-rounds.ts';
import { startRounds } from './rounds.ts';
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
});

const openNetwork = async ({ network }: Config) => {
  if (network.kind === 'telegram') return { name: network.name, choice: network.name };
  const described = await readNetworkFile(network);
  return { name: described.name, choice: described };
};

const openGateway = (config: Config, network: Parameters<typeof createGramjsGateway>[0]['network'], log: EventLog) =>
  createGramjsGateway({ network, deadlineMs: config.telegramDeadlineMs, log });

/** Builds everything that the configuration asks for; nothing listens yet. `close` undoes it. */
export const compose = async (config: Config, log: FastifyBaseLogger) => {
  const eventLog = createEventLog(log);
  const network = await openNetwork(config);
  const vault = await openVault({
    databaseFile: config.databaseFile,
    keyring: openKeyring(config),
    clock: systemClock,
  });
  const gateway = openGateway(config, network.choice, eventLog);
  const drain = createDrain();
  const signIn: SignInDeps = {
    gateway,
    vault,
    limits: config.limits ? vault : null,
    clock: systemClock,
    ids: createIds(),
    feed: createFeed(),
    log: eventLog,
    attemptTtlSeconds: config.attemptTtlSeconds,
    consentVersion,
    deadlineMs: config.telegramDeadlineMs,
  };
  const app = await buildApp({
    settings: { ...config, meta: metaOf(config, network.name), webRoot },
    verbs: bindVerbs(signIn),
    browserSessions: createBrowserSessions({ store: vault.browserSessions, clock: systemClock }),
    clock: systemClock,
    log,
    drain,
    storeAnswers: async () => void (await vault.leasedUntil('readyz', systemClock.now())),
  });
  const startSystemRounds = () => startRounds(roundsOf({ signIn, vault, config }), log);

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
      await vault.close();
    },
  };
};
