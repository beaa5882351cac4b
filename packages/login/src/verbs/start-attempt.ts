import { setTimeout as sleep } from 'node:timers/promises';
import type { Credentials, LoginAttempt, StartAttempt } from '@botize/contract';
import { toPublic } from '../machine/to-public.ts';
import type { AttemptRecord } from '../ports/vault.ts';
import { type Actor, Refusal } from '../ports/world.ts';
import { checkCredentials } from './check-credentials.ts';
import { type SignInDeps, withinDeadline } from './deps.ts';
import { takeLease } from './lease.ts';
import { settleOpenAttempt } from './settle-open-attempt.ts';
import { auditActor, keyOf } from './turn.ts';

export interface Started {
  /** False: the attempt was open already. */
  created: boolean;
  attempt: LoginAttempt;
}

const askAgainMs = 100;

/** What the user gave, or what a connection of theirs has. */
interface Wanted {
  credentials: Credentials;
  connectionId: string | null;
  phone: string | null;
}

/**
 * Opens an attempt: checks the credentials with Telegram, without a phone number. Nothing stays if they are refused.
 * The same request again answers the attempt that is open.
 * @throws Refusal attempt.open, attempt.consent_outdated, connection.not_found, telegram.*
 */
export async function startAttempt(deps: SignInDeps, actor: Actor, input: StartAttempt): Promise<Started> {
  if (input.consent.version !== deps.consentVersion) throw new Refusal('attempt.consent_outdated');
  const wanted = await resolve(deps, actor, input);
  const signal = withinDeadline(deps);
  for (;;) {
    const open = await settleOpenAttempt(deps, actor.userId, signal);
    if (open !== null) return { created: false, attempt: sameOrRefuse(open, wanted) };
    const held = await takeLease(deps, `user:${actor.userId}`);
    if (held !== null) return openAlone(deps, actor, { input, wanted, signal }).finally(held.release);
    if (signal.aborted) throw new Refusal('server.busy');
    await sleep(askAgainMs);
  }
}

interface Opening {
  input: StartAttempt;
  wanted: Wanted;
  signal: AbortSignal;
}

/** Of several equal requests at once the first one asks Telegram; the others find its attempt. */
async function openAlone(deps: SignInDeps, actor: Actor, { input, wanted, signal }: Opening): Promise<Started> {
  const open = await deps.vault.openAttempt(actor.userId);
  if (open !== null) return { created: false, attempt: sameOrRefuse(open, wanted) };
  const record = await openRecord(deps, actor, { input, wanted, signal });
  return insert(deps, actor, record, wanted);
}

async function resolve({ vault }: SignInDeps, { userId }: Actor, input: StartAttempt): Promise<Wanted> {
  const { credentials, connectionId = null } = input;
  const secretOf = async (id: string) => {
    if ((await vault.connection(userId, id)) === null) throw new Refusal('connection.not_found');
    return vault.connectionSecret(userId, id);
  };
  const previous = connectionId === null ? null : await secretOf(connectionId);
  const phone = previous?.phone ?? null;
  if ('apiId' in credentials) return { credentials, connectionId, phone };
  const stored = await secretOf(credentials.fromConnection);
  if (stored === null) throw new Refusal('connection.no_stored_credentials');
  return { credentials: stored.credentials, connectionId, phone };
}

function sameOrRefuse(open: AttemptRecord, { credentials, connectionId }: Wanted): LoginAttempt {
  const { apiId, apiHash } = open.signIn.credentials;
  const attempt = toPublic(open);
  const isSame = open.connectionId === connectionId && apiId === credentials.apiId && apiHash === credentials.apiHash;
  if (!isSame) throw new Refusal('attempt.open', { attempt });
  return attempt;
}

async function openRecord(deps: SignInDeps, actor: Actor, { input, wanted, signal }: Opening): Promise<AttemptRecord> {
  const id = deps.ids.attempt();
  const { credentials, connectionId, phone } = wanted;
  const { session, spareToken, country } = await checkCredentials(deps, { key: keyOf({ id }), credentials }, signal);
  const now = deps.clock.now();
  return {
    id,
    userId: actor.userId,
    reference: deps.ids.reference(),
    revision: 0,
    eventId: 1,
    createdAt: now,
    expiresAt: now + deps.attemptTtlSeconds * 1000,
    connectionId,
    linkId: actor.linkId ?? null,
    consent: {
      version: input.consent.version,
      locale: input.consent.locale ?? null,
      at: now,
      timeZone: input.consent.timeZone ?? null,
    },
    intent: null,
    replay: null,
    signIn: {
      credentials,
      session,
      spareToken,
      lastTokenExpiresAt: null,
      phone,
      country,
      state: { step: 'phone', issue: null, suggest: null, country, storedPhone: phone, qr: null },
    },
  };
}

async function insert(deps: SignInDeps, actor: Actor, record: AttemptRecord, wanted: Wanted): Promise<Started> {
  const { id: attemptId, userId, createdAt: at, consent, reference } = record;
  const detail = { consent: consent.version, locale: consent.locale, reconnect: wanted.connectionId !== null };
  const audit = { userId, at, actor: auditActor(actor), action: 'attempt.started' as const, attemptId, detail };
  const inserted = await deps.vault.insertAttempt(record, [audit]);
  if (inserted) {
    deps.log.info('attempt.started', { attemptId, reference });
    return { created: true, attempt: toPublic(record) };
  }
  await deps.gateway.release(keyOf(record));
  const open = await deps.vault.openAttempt(userId);
  if (open === null) throw new Refusal('server.busy');
  return { created: false, attempt: sameOrRefuse(open, wanted) };
}
