import type { Command, LoginAttempt, StartAttempt } from '@botize/contract';
import type { Limits } from '../ports/limits.ts';
import type { TelegramAccount, TelegramGateway } from '../ports/telegram-gateway.ts';
import type { Vault } from '../ports/vault.ts';
import type { Actor } from '../ports/world.ts';
import { cancelAttempt } from '../verbs/cancel-attempt.ts';
import type { SignInDeps } from '../verbs/deps.ts';
import { drainRetiredKeys } from '../verbs/drain-retired-keys.ts';
import { createFeed } from '../verbs/feed.ts';
import { createIds } from '../verbs/ids.ts';
import { reapAttempts } from '../verbs/reap-attempts.ts';
import { runCommand } from '../verbs/run-command.ts';
import { startAttempt } from '../verbs/start-attempt.ts';
import { createFakeTelegram, type FakeTelegram } from './fake-telegram.ts';
import type { FakeAccount } from './fake-world.ts';
import { createInMemoryLimits } from './in-memory-limits.ts';
import { type Life, mortal } from './mortal.ts';
import { createInMemoryVault, type InMemoryVault } from './in-memory-vault.ts';

export const phone = '+34612345678';
export const password = ' pass word ';
export const credentials = { apiId: 12345, apiHash: '0123456789abcdef0123456789abcdef' };
export const consent = { version: '2026-11', locale: 'es' } as const;

type Unsent<C> = C extends Command ? Omit<C, 'revision'> : never;
export type Order = Unsent<Command>;

export interface Stage {
  deps: SignInDeps;
  telegram: FakeTelegram;
  vault: InMemoryVault;
  clock: { now(): number; advance(ms: number): void };
  actor: Actor;
  start(input?: Partial<StartAttempt>): Promise<LoginAttempt>;
  /** Sends a command at the revision of the attempt given. */
  send(attempt: LoginAttempt, order: Order): Promise<LoginAttempt>;
  cancel(attempt: LoginAttempt): Promise<void>;
  /** The same store and Telegram, in a process that has just been started; it may be a mortal one. */
  reboot(life?: Life): Stage;
  addAccount(
    phone: string,
    more?: Partial<Omit<FakeAccount, 'account'>> & { account?: Partial<TelegramAccount> },
  ): void;
  /** Ends all that can be ended (retired keys are drained, attempts are reaped) at once. */
  rest(): Promise<void>;
  /** Authorised keys that nobody here knows of: must always be none. */
  orphans(): string[];
}

interface StageParts {
  telegram: FakeTelegram;
  vault: InMemoryVault;
  limits: Required<Limits> | null;
  clock: Stage['clock'];
}

/** Bob has an account with the code 12345; a user u1 is at the browser. Limits are off unless asked for. */
export function setStage({ limits = false }: { limits?: boolean } = {}): Stage {
  let offset = 0;
  const clock = { now: () => Date.now() + offset, advance: (ms: number) => void (offset += ms) };
  const telegram = createFakeTelegram({ now: clock.now });
  const vault = createInMemoryVault({ clock });
  telegram.isStored = (session) => [...vault.dump().attempts.values()].some(({ signIn }) => signIn.session === session);
  const stage = stageOn({ telegram, clock, vault, limits: limits ? createInMemoryLimits() : null });
  stage.addAccount(phone);
  return stage;
}

function stageOn(parts: StageParts, life: Life | null = null): Stage {
  const { telegram, vault, clock } = parts;
  const deps: SignInDeps = {
    gateway: life === null ? telegram : mortal<TelegramGateway>(telegram, life),
    vault: life === null ? vault : mortal<Vault>(vault, life),
    limits: parts.limits,
    clock,
    ids: createIds(),
    feed: createFeed(),
    log: { info: () => undefined, warn: () => undefined },
    attemptTtlSeconds: 1_800,
    consentVersion: consent.version,
    deadlineMs: 2_000,
  };
  const actor: Actor = { kind: 'user', userId: 'u1', address: null };
  return {
    deps,
    telegram,
    vault,
    clock,
    actor,
    start: async (input = {}) => (await startAttempt(deps, actor, { credentials, consent, ...input })).attempt,
    send: (attempt, order) => runCommand(deps, actor, attempt.id, { ...order, revision: attempt.revision } as Command),
    cancel: (attempt) => cancelAttempt(deps, actor, attempt.id),
    reboot: (next) => stageOn(parts, next),
    addAccount: (number, { account, ...more } = {}) => {
      const id = String(777_000_000 + telegram.world.accounts.size + 1);
      telegram.world.accounts.set(number, {
        account: { id, name: 'Bob', username: 'bob', phone: number, ...account },
        code: '12345',
        password: null,
        delivery: { type: 'app', length: 5 },
        dcId: 2,
        needsEmail: false,
        ...more,
      });
    },
    rest: async () => {
      await reapAttempts(deps, 100);
      clock.advance(60_000);
      await drainRetiredKeys(deps, 100);
    },
    orphans: () => {
      const { attempts, connections, retired } = vault.dump();
      const known = new Set([
        ...[...attempts.values()].map(({ signIn }) => signIn.session),
        ...[...connections.values()].map(({ secret }) => secret.session),
        ...[...retired.values()].map(({ secret }) => secret.session),
      ]);
      return telegram.authorizedSessions().filter((session) => !known.has(session));
    },
  };
}
