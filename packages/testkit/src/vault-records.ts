import type { AttemptRecord, AuditEntry, ConnectionRecord, ConnectionSecret, RetiredKey } from '@botize/login';
import { randomBytes } from 'node:crypto';

/** A wall clock that only a test moves. */
export class ManualClock {
  #now: number;
  constructor(now = Date.UTC(2026, 10, 22, 10)) {
    this.#now = now;
  }
  now(): number {
    return this.#now;
  }
  advance(ms: number): void {
    this.#now += ms;
  }
}

const fresh = () => randomBytes(16).toString('base64url');
const freshReference = () =>
  `CN-${randomBytes(2).toString('hex').toUpperCase()}-${randomBytes(2).toString('hex').toUpperCase()}`;
export const freshSession = () => `1${randomBytes(263).toString('base64')}`;
const credentials = () => ({ apiId: 12345, apiHash: randomBytes(16).toString('hex') });
const at = Date.UTC(2026, 10, 22, 10);
const consent = { version: '2026-11', locale: 'en', at } as const;

/** An open attempt on the step `phone`. */
export function anAttempt(over: Partial<AttemptRecord> = {}): AttemptRecord {
  return {
    id: `att_${fresh()}`,
    userId: 'u1',
    reference: freshReference(),
    revision: 1,
    eventId: 1,
    createdAt: at,
    expiresAt: at + 600_000,
    connectionId: null,
    consent,
    intent: null,
    replay: null,
    signIn: {
      credentials: credentials(),
      session: freshSession(),
      spareToken: null,
      lastTokenExpiresAt: null,
      phone: null,
      country: null,
      state: { step: 'phone', issue: null, suggest: null, country: 'ES', storedPhone: null, qr: null },
    },
    ...over,
  };
}

/** The same attempt one revision later, changed as asked. */
export function moved(record: AttemptRecord, over: Partial<AttemptRecord> = {}): AttemptRecord {
  return { ...record, revision: record.revision + 1, eventId: record.eventId + 1, ...over };
}

/** The same attempt at its end: nothing secret is left in it. */
export function cancelled(record: AttemptRecord): AttemptRecord {
  const signIn = { ...record.signIn, session: null, spareToken: null, state: { step: 'cancelled' as const } };
  return moved(record, { intent: null, replay: null, signIn });
}

export function aConnection(over: Partial<ConnectionRecord> = {}): ConnectionRecord {
  return {
    id: `con_${fresh()}`,
    userId: 'u1',
    reference: freshReference(),
    status: 'connected',
    reason: null,
    account: { id: '777000001', name: 'Bob', username: 'bob', phone: null },
    phoneMasked: '+34 ••• ••• 678',
    connectedAt: at,
    lastCheck: null,
    deviceName: 'Botize',
    generation: 1,
    consent,
    ...over,
  };
}

export function aSecret(over: Partial<ConnectionSecret> = {}): ConnectionSecret {
  return { session: freshSession(), credentials: credentials(), phone: '+34612345678', ...over };
}

export function aRetiredKey(over: Partial<RetiredKey> = {}): RetiredKey {
  return {
    id: `key_${fresh()}`,
    userId: 'u1',
    reason: 'cancelled',
    notBefore: at,
    attempts: 0,
    giveUpAt: at + 2_592_000_000,
    secret: { session: freshSession(), credentials: credentials() },
    ...over,
  };
}

export function anEntry(over: Partial<AuditEntry> = {}): AuditEntry {
  return { userId: 'u1', at, actor: { kind: 'user', id: 'u1' }, action: 'attempt.started', ...over };
}
