import type { Effect } from '../machine/effects.ts';
import type { EventOf } from '../machine/events.ts';
import { maskPhone } from '../machine/mask-phone.ts';
import { lateApprovalMs } from '../machine/moves.ts';
import type { TelegramSession } from '../ports/telegram-gateway.ts';
import type { AuditEntry, Change, ConnectionRecord } from '../ports/vault.ts';
import { awaitShortLease } from './lease.ts';
import { retiredKey } from './retire-key.ts';
import { auditActor, type Turn } from './turn.ts';

type Finish = Extract<Effect, { type: 'finish' }>;

const deviceName = 'Botize';
/** A check of ours ends within this; a lease of the host does not, and is left alone. */
const checkMs = 3_000;

/**
 * Makes the session a connection: of the same account as one of the user's, a new generation of it; otherwise a new
 * one. Everything is written by the commit of the turn, together with the end of the attempt.
 */
export async function finish(turn: Turn, { account: found, advice }: Finish): Promise<EventOf<'finished'>> {
  const { deps, record, signIn } = turn;
  const { session } = signIn;
  if (session === null) throw new Error('a sign-in without a key cannot be finished');
  const account = { ...found, phone: found.phone ?? signIn.phone };
  const existing = await deps.vault.connectionOfAccount(record.userId, account.id);
  if (existing !== null) turn.changes.push(...(await replacePrevious(turn, existing, session)));
  const outcome = existing === null ? 'created' : 'reconnected';
  const connection = connectionOf(turn, account, existing);
  const secret = { session, credentials: signIn.credentials, phone: account.phone };
  turn.changes.push({ type: 'connection.put', record: connection, secret });
  turn.changes.push(...(await audits(turn, connection, existing === null ? 'connected' : 'reconnected')));
  return { type: 'finished', connectionId: connection.id, outcome, account, advice };
}

function connectionOf(turn: Turn, account: Finish['account'], existing: ConnectionRecord | null): ConnectionRecord {
  const { deps, record } = turn;
  const now = deps.clock.now();
  return {
    id: existing?.id ?? deps.ids.connection(),
    userId: record.userId,
    reference: existing?.reference ?? record.reference,
    status: 'connected',
    reason: null,
    account: { ...account, phone: null },
    phoneMasked: maskPhone(account.phone),
    connectedAt: now,
    lastCheck: { at: now, outcome: 'ok' },
    deviceName,
    generation: (existing?.generation ?? 0) + 1,
    consent: record.consent,
  };
}

/** The session before this one is logged out, but not under the hands of a host that still runs on it. */
async function replacePrevious(turn: Turn, existing: ConnectionRecord, session: TelegramSession): Promise<Change[]> {
  const { deps, record } = turn;
  const resource = `connection:${existing.id}`;
  const held = await awaitShortLease(deps, resource, checkMs, turn.signal);
  if (held !== null) turn.alsoHeld.push(held);
  const previous = await deps.vault.connectionSecret(record.userId, existing.id);
  if (previous === null || previous.session === session) return [];
  const now = deps.clock.now();
  const leasedUntil = held === null ? await deps.vault.leasedUntil(resource, now) : null;
  const notBefore = leasedUntil === null ? now : leasedUntil + lateApprovalMs;
  const reason = 'replaced';
  return [
    { type: 'key.retire', key: retiredKey(deps, { userId: record.userId, reason, notBefore, secret: previous }) },
  ];
}

async function audits(turn: Turn, connection: ConnectionRecord, what: 'connected' | 'reconnected'): Promise<Change[]> {
  const { deps, record, actor } = turn;
  const { id: connectionId, generation, account } = connection;
  const about = { userId: record.userId, at: deps.clock.now(), attemptId: record.id, connectionId };
  const { version, locale } = record.consent;
  const entries: AuditEntry[] = [
    {
      ...about,
      actor: auditActor(actor),
      action: `connection.${what}`,
      detail: { generation, consent: version, locale },
    },
  ];
  if (await deps.vault.connectedByOthers(record.userId, account.id))
    entries.push({
      ...about,
      actor: { kind: 'system', id: 'system' },
      action: `${staffOnly}account_connected_elsewhere`,
    });
  return entries.map((entry) => ({ type: 'audit', entry }));
}

/** Entries that only staff may read begin with this. */
export const staffOnly = 'staff.';
