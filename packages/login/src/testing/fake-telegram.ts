import { randomBytes } from 'node:crypto';
import type {
  CallResult,
  KeyInUse,
  TelegramCalls,
  TelegramGateway,
  TelegramMethod,
  TelegramSession,
} from '../ports/telegram-gateway.ts';
import { fakeMethods } from './fake-methods.ts';
import { type FakeWorld, settleToken } from './fake-world.ts';

type Any = CallResult<TelegramCalls[TelegramMethod]['answer']>;
/** What becomes of one call: an answer instead of the real one, or the real effect and its answer lost. */
export type Plan = Any | 'lose_answer' | { waitFor: Promise<void> };

export interface FakeTelegram extends TelegramGateway {
  world: FakeWorld;
  calls: { method: TelegramMethod | 'openKey'; key: string }[];
  count(method: TelegramMethod | 'openKey'): number;
  /** The plans of the next calls of a method, in order. */
  plan(method: TelegramMethod, ...plans: Plan[]): void;
  offline: boolean;
  /** Somebody scans the code and agrees. */
  approve(token: string, phone: string): void;
  authorizedSessions(): TelegramSession[];
  /** Somebody waits for an approval. */
  watched(): boolean;
  /** All connections are lost, without a word to those who watched. */
  lose(): Promise<void>;
  /** Tells whether a key is stored; a request that may authorise one that isn't is noted in `unsaved`. */
  isStored: ((session: TelegramSession) => boolean) | null;
  unsaved: TelegramMethod[];
  /** Two live clients on one key at once: Telegram would kill it. */
  duplicated: TelegramSession[];
}

const mayAuthorize: ReadonlySet<TelegramMethod> = new Set(['sendCode', 'signIn', 'checkPassword', 'importLoginToken']);

/** Telegram behind our own port: one process, no wire. The wire is the simulator's business. */
export function createFakeTelegram({ now = () => Date.now() }: { now?: () => number } = {}): FakeTelegram {
  const world: FakeWorld = {
    accounts: new Map(),
    keys: new Map(),
    hashes: new Map(),
    tokens: new Map(),
    apps: new Set([12345]),
    tokenLifeMs: 30_000,
    now,
  };
  const methods = fakeMethods(world);
  const plans = new Map<TelegramMethod, Plan[]>();
  const warm = new Map<string, TelegramSession>();
  const watchers = new Map<string, Set<(event: 'approved' | 'lost') => void>>();

  const heat = (key: string, session: TelegramSession) => {
    for (const [other, on] of warm) if (other !== key && on === session) fake.duplicated.push(session);
    warm.set(key, session);
  };
  const openKey = (dcId: number): TelegramSession => {
    const session = `1${randomBytes(64).toString('base64')}`;
    world.keys.set(session, { session, dcId, authorized: null, awaitsPassword: null });
    return session;
  };
  const really = (on: KeyInUse, method: TelegramMethod, args: object): Any => {
    const key = world.keys.get(on.session);
    if (key === undefined) throw new Error('a key that was never opened');
    const result = methods(key, method, args, on.credentials) as Any | { kind: 'move'; dcId: number };
    if (result.kind !== 'move') return result;
    const session = openKey(result.dcId);
    heat(on.key, session);
    return { kind: 'migrated', session, dcId: result.dcId };
  };

  const fake: FakeTelegram = {
    world,
    calls: [],
    duplicated: [],
    unsaved: [],
    isStored: null,
    offline: false,
    count: (method) => fake.calls.filter((call) => call.method === method).length,
    plan: (method, ...more) => void plans.set(method, [...(plans.get(method) ?? []), ...more]),
    approve: (token, phone) => {
      const shown = world.tokens.get(token);
      const account = world.accounts.get(phone);
      if (shown === undefined || account === undefined) throw new Error('nothing to approve');
      shown.approvedBy = account;
      const key = world.keys.get(shown.session);
      if (key !== undefined && account.dcId === key.dcId) settleToken(key, account);
      for (const [name, session] of warm)
        if (session === shown.session) for (const tell of watchers.get(name) ?? []) tell('approved');
    },
    authorizedSessions: () =>
      [...world.keys.values()].filter((key) => key.authorized !== null).map((key) => key.session),
    openKey: async ({ key, dcId }) => {
      fake.calls.push({ method: 'openKey', key });
      if (fake.offline) return { kind: 'unreachable' };
      const session = openKey(dcId ?? 2);
      heat(key, session);
      return { kind: 'opened', session };
    },
    call: async (on, method, args) => {
      fake.calls.push({ method, key: on.key });
      if (fake.offline) return { kind: 'unreachable' };
      heat(on.key, on.session);
      if (mayAuthorize.has(method) && fake.isStored?.(on.session) === false) fake.unsaved.push(method);
      const plan = plans.get(method)?.shift();
      if (plan !== undefined && plan !== 'lose_answer' && 'waitFor' in plan) await plan.waitFor;
      else if (plan !== undefined && plan !== 'lose_answer') return plan as never;
      const result = really(on, method, args);
      return (plan === 'lose_answer' ? { kind: 'unknown' } : result) as never;
    },
    watched: () => [...watchers.values()].some((all) => all.size > 0),
    lose: async () => {
      warm.clear();
      watchers.clear();
    },
    watchLoginToken: async ({ key, session }, listener) => {
      heat(key, session);
      const all = watchers.get(key) ?? new Set();
      watchers.set(key, all.add(listener));
      return () => void all.delete(listener);
    },
    authKeyId: (session) => session,
    release: async (key) => void warm.delete(key),
    close: async () => warm.clear(),
  };
  return fake;
}
