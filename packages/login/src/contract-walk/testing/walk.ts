import type { Command, LoginAttempt, StartAttempt, Step } from '@botize/contract';
import { afterAll, afterEach, beforeAll, expect, onTestFinished, vi } from 'vitest';
import { createGramjsGateway } from '../../gramjs/index.ts';
import { startStand, type Stand } from '../../gramjs/testing/stand.ts';
import type { Actor } from '../../ports/world.ts';
import { createInMemoryLimits } from '../../testing/in-memory-limits.ts';
import { createInMemoryVault, type InMemoryVault } from '../../testing/in-memory-vault.ts';
import { consent, credentials, type Order } from '../../testing/stage.ts';
import { cancelAttempt } from '../../verbs/cancel-attempt.ts';
import { getAttempt } from '../../verbs/current-attempt.ts';
import type { SignInDeps } from '../../verbs/deps.ts';
import { drainRetiredKeys } from '../../verbs/drain-retired-keys.ts';
import { createFeed } from '../../verbs/feed.ts';
import { createIds } from '../../verbs/ids.ts';
import { reapAttempts } from '../../verbs/reap-attempts.ts';
import { runCommand } from '../../verbs/run-command.ts';
import { startAttempt } from '../../verbs/start-attempt.ts';
import { watchAttempt } from '../../verbs/watch-attempt.ts';

const deadlineMs = 2_500;

/** The verbs over the real gateway, a store in memory and the simulated Telegram on its wire. */
export interface Walk {
  stand: Stand;
  deps: SignInDeps;
  vault: InMemoryVault;
  clock: { now(): number; advance(ms: number): void };
  /** Somebody else at another browser each time. */
  newPerson(): Person;
  /** The id of the key that the attempt runs on. */
  keyOf(attempt: LoginAttempt): string;
  /** Logs out what is retired, as if an hour had passed. */
  drain(): Promise<void>;
  reap(): Promise<void>;
  /** How often Telegram has been asked for a code meanwhile. */
  codesAskedDuring(work: () => Promise<unknown>): Promise<number>;
}

export interface Person {
  actor: Actor;
  start(input?: Partial<StartAttempt>): Promise<LoginAttempt>;
  send(attempt: LoginAttempt, order: Order): Promise<LoginAttempt>;
  /** Starts and gives the number. */
  toCode(phone: string, input?: Partial<StartAttempt>): Promise<LoginAttempt>;
  /** Types the code that is on its way to the number. */
  typeCode(attempt: LoginAttempt, phone: string): Promise<LoginAttempt>;
  cancel(attempt: LoginAttempt): Promise<void>;
  now(attempt: LoginAttempt): Promise<LoginAttempt>;
  reaches(attempt: LoginAttempt, step: Step): Promise<LoginAttempt>;
  /** A page that listens until `leave` or the end of the test. */
  listen(attempt: LoginAttempt): Promise<{ seen: LoginAttempt[]; leave(): void }>;
}

/** One simulated Telegram for the tests of a file. After each of them every signed-in key is one that we know of. */
export function walkOnce({ limits = false }: { limits?: boolean } = {}): Walk {
  const walk = {} as Walk;
  let people = 0;
  let offset = 0;

  beforeAll(async () => {
    const stand = await startStand();
    const log = { info: () => undefined, warn: () => undefined };
    const gateway = createGramjsGateway({ network: stand.network, log, deadlineMs });
    const clock = { now: () => Date.now() + offset, advance: (ms: number) => void (offset += ms) };
    const vault = createInMemoryVault({ clock });
    const deps: SignInDeps = {
      gateway,
      vault,
      limits: limits ? createInMemoryLimits() : null,
      clock,
      ids: createIds(),
      feed: createFeed(),
      log,
      attemptTtlSeconds: 1_800,
      consentVersion: consent.version,
      deadlineMs,
    };
    Object.assign(walk, { stand, vault, clock, deps });
    // The first key waits for a thread to start, longer than one request may take.
    await vi.waitFor(async () => void (await walk.newPerson().start()), { timeout: 30_000 });
  });
  afterEach(async () => {
    await walk.stand.clearFaults();
    const { attempts, connections, retired } = walk.vault.dump();
    const sessions = [
      ...[...attempts.values()].map(({ signIn }) => signIn.session),
      ...[...connections.values()].map(({ secret }) => secret.session),
      ...[...retired.values()].map(({ secret }) => secret.session),
    ].filter((session) => session !== null);
    const known = sessions.map((session) => walk.deps.gateway.authKeyId(session));
    const unknown = (await walk.stand.authorizedKeys()).filter((id) => !known.includes(id));
    expect(unknown, 'keys that are signed in and that nobody knows of').toEqual([]);
  });
  afterAll(async () => {
    await walk.deps.gateway.close();
    await walk.stand.close();
  });

  walk.newPerson = () => personOn(walk, `u${(people += 1)}`);
  walk.keyOf = ({ id }) => {
    const session = walk.vault.dump().attempts.get(id)?.signIn.session ?? null;
    return session === null ? expect.fail('the attempt has no key') : walk.deps.gateway.authKeyId(session);
  };
  walk.drain = async () => {
    walk.clock.advance(3_600_000);
    await drainRetiredKeys(walk.deps, 100);
  };
  walk.reap = async () => void (await reapAttempts(walk.deps, 100));
  walk.codesAskedDuring = async (work) => {
    const asked = async () =>
      (await walk.stand.timesAsked('auth.sendCode')) + (await walk.stand.timesAsked('auth.resendCode'));
    const before = await asked();
    await work();
    return (await asked()) - before;
  };
  return walk;
}

function personOn(walk: Walk, userId: string): Person {
  const { deps, stand } = walk;
  const actor: Actor = { kind: 'user', userId, address: null };
  const person: Person = {
    actor,
    start: async (input = {}) => (await startAttempt(deps, actor, { credentials, consent, ...input })).attempt,
    send: (attempt, order) => runCommand(deps, actor, attempt.id, { ...order, revision: attempt.revision } as Command),
    toCode: async (phone, input) => person.send(await person.start(input), { type: 'submit_phone', phone }),
    typeCode: async (attempt, phone) => person.send(attempt, { type: 'submit_code', code: await stand.code(phone) }),
    cancel: (attempt) => cancelAttempt(deps, actor, attempt.id),
    now: (attempt) => getAttempt(deps, actor, attempt.id),
    reaches: (attempt, step) =>
      vi.waitFor(
        async () => {
          const current = await person.now(attempt);
          expect(current.state.step).toBe(step);
          return current;
        },
        { timeout: 10_000 },
      ),
    listen: async ({ id }) => {
      const page = new AbortController();
      const seen: LoginAttempt[] = [];
      const events = await watchAttempt(deps, actor, id, page.signal);
      const ended = (async () => {
        for await (const { attempt } of events) seen.push(attempt);
      })();
      const leave = () => page.abort();
      onTestFinished(async () => {
        leave();
        await ended;
      });
      return { seen, leave };
    },
  };
  return person;
}

/** Number of the scenario with this suffix, of somebody at home in data centre 2 (or another one). */
export { numberOf } from '../../gramjs/testing/stand.ts';

export const qrOf = ({ state }: LoginAttempt) =>
  state.step === 'phone' && state.qr !== null ? state.qr : expect.fail(`no QR code on ${state.step}`);
export const tokenOf = (attempt: LoginAttempt): string => qrOf(attempt).url.replace('tg://login?token=', '');
