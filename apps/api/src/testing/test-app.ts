import { Writable } from 'node:stream';
import { HostScope, type Role } from '@botize/contract';
import { Refusal } from '@botize/login';
import type { InjectOptions } from 'fastify';
import { buildApp } from '../app.ts';
import { defaultLimits, type LimitValues } from '../config/limits.ts';
import type { AppDeps, AppSettings } from '../deps.ts';
import type { HostVerbs } from '../host-verbs.ts';
import type { BrowserSessionRecord, BrowserSessionStore } from '../http/browser-sessions.ts';
import { createBrowserSessions } from '../http/browser-sessions.ts';
import { createDrain } from '../http/drain.ts';
import { createLog } from '../http/log.ts';
import { createMetrics } from '../metrics/metrics.ts';
import type { SupportVerbs } from '../support-verbs.ts';
import { limitsInMemory } from './limits-in-memory.ts';
import type { Verbs } from '../verbs.ts';
import { attemptId, connection, connectionId, now, origin, phoneStep } from './fixtures.ts';

const own = <T>(id: string, known: string, answer: T, code: 'attempt.not_found' | 'connection.not_found') => {
  if (id !== known) throw new Refusal(code);
  return answer;
};

/** Verbs of a user with one open attempt and one connection; nothing else exists. */
export const scriptedVerbs: Verbs = {
  startAttempt: async () => ({ created: true, attempt: phoneStep }),
  runCommand: async (_actor, id) => own(id, attemptId, phoneStep, 'attempt.not_found'),
  currentAttempt: async () => phoneStep,
  cancelAttempt: async (_actor, id) => own(id, attemptId, undefined, 'attempt.not_found'),
  watchAttempt: async (_actor, id) => own(id, attemptId, (async function* () {})(), 'attempt.not_found'),
  listConnections: async () => [connection],
  logoutsPending: async () => 0,
  getConnection: async (_actor, id) => own(id, connectionId, connection, 'connection.not_found'),
  checkConnection: async (_actor, id) => own(id, connectionId, connection, 'connection.not_found'),
  disconnectConnection: async (_actor, id) =>
    own(id, connectionId, { remoteLogout: 'confirmed' }, 'connection.not_found'),
  connectionActivity: async (_actor, id) => own(id, connectionId, [], 'connection.not_found'),
  userActivity: async () => [],
  eraseUser: async () => ({ disconnected: 1, pending: 0 }),
};

const sessionStore = (): BrowserSessionStore => {
  const records = new Map<string, BrowserSessionRecord>();
  return {
    create: async (id, record) => void records.set(id, record),
    find: async (id, at) => {
      const record = records.get(id);
      return record && record.expiresAt > at ? record : null;
    },
    delete: async (id) => void records.delete(id),
  };
};

const nothingStored = { connections: [], openAttempts: 0, retiredKeys: 0, webhooksWaiting: 0 };

const defaults: AppSettings = {
  publicUrl: new URL(origin),
  trustProxy: false,
  metricsToken: null,
  devSignIn: true,
  requestsAtOnce: defaultLimits.requestsAtOnce,
  meta: { network: 'simulator', simulated: true, devSignIn: true, consentVersion: '2026-11', phonePage: null },
  embedOrigins: [],
  webRoot: '/nonexistent/web',
};

const gone = async (): Promise<never> => {
  throw new Refusal('connection.not_found');
};

const nobody = async (): Promise<never> => {
  throw new Refusal('support.person_not_found');
};
const noCounts = { need_help: 0, trying: 0, needs_reconnect: 0, suspended: 0, connected: 0, all: 0 };

/** A host that has nothing here. */
export const scriptedHostVerbs: HostVerbs = {
  createLink: gone,
  openLink: async () => {
    throw new Refusal('link.expired');
  },
  leaveVisit: async () => ({ outcome: 'cancelled', code: null, connectionId: null, url: null }),
  redeemCode: async () => {
    throw new Refusal('link.code_invalid');
  },
  listConnections: async () => ({ items: [], nextCursor: null }),
  getConnection: gone,
  disconnect: gone,
  eraseUser: async () => ({ disconnected: 0, pending: 0 }),
  leaseSession: gone,
  renewLease: gone,
  releaseLease: async () => {},
  reportError: gone,
  listDeliveries: async () => ({ items: [], nextCursor: null }),
  replayDelivery: gone,
};

/** A console in which nobody is known. */
const scriptedSupportVerbs: SupportVerbs = {
  searchPeople: async () => ({ kind: 'everybody', q: '', items: [], nextCursor: null, counts: noCounts }),
  seePerson: nobody,
  askCheck: gone,
  sendRepairLink: nobody,
  endAttempt: nobody,
  clearLimit: nobody,
  staffLooks: async () => ({ items: [], nextCursor: null }),
  overview: gone,
  watchList: async function* () {},
  watchPerson: nobody,
};

/** What the host of the tests may do with `Authorization: Bearer host-key`. */
const scriptedKey = { id: 'key', name: 'tests', scopes: [...HostScope.options] };

interface TestAppOptions {
  verbs?: Partial<Verbs>;
  hostVerbs?: Partial<HostVerbs>;
  supportVerbs?: Partial<SupportVerbs>;
  keyOf?: AppDeps['keyOf'];
  settings?: Partial<AppSettings>;
  dials?: boolean;
  /** Limits by address and by user are off unless given. */
  limits?: Partial<LimitValues>;
  storeAnswers?: () => Promise<void>;
}

export const testApp = async (options: TestAppOptions = {}) => {
  const logged: string[] = [];
  const clock = { time: now, now: () => clock.time };
  const drain = createDrain();
  const app = await buildApp({
    settings: { ...defaults, ...options.settings },
    verbs: { ...scriptedVerbs, ...options.verbs },
    hostVerbs: { ...scriptedHostVerbs, ...options.hostVerbs },
    supportVerbs: { ...scriptedSupportVerbs, ...options.supportVerbs },
    keyOf: options.keyOf ?? (async (key) => (key === 'host-key' ? scriptedKey : null)),
    browserSessions: createBrowserSessions({ store: sessionStore(), clock }),
    limits: options.limits === undefined ? null : await limitsInMemory(options.limits, clock),
    clock,
    log: createLog(new Writable({ write: (chunk, _encoding, done) => (logged.push(String(chunk)), done()) })),
    drain,
    metrics: createMetrics(async () => nothingStored),
    dials: options.dials ?? true,
    storeAnswers: options.storeAnswers ?? (async () => {}),
  });

  const signIn = async (userId = 'u1', role: Role = 'user'): Promise<string> => {
    const answer = await app.inject({
      method: 'POST',
      url: '/api/session',
      headers: { origin },
      payload: { dev: { userId, role } },
    });
    return String(answer.headers['set-cookie']).split(';', 1)[0] ?? '';
  };
  /** As the page of a user who is signed in would ask. */
  const ask = async (request: InjectOptions & { url: string }, cookie?: string) =>
    app.inject({ ...request, headers: { origin, cookie: cookie ?? (await signIn()), ...request.headers } });

  return { app, ask, signIn, logged, clock, drain };
};
