import { isTerminal } from '@botize/contract';
import type { Context } from '../machine/effects.ts';
import type { SignIn } from '../machine/sign-in.ts';
import { toPublic } from '../machine/to-public.ts';
import type { TelegramAccount } from '../ports/telegram-gateway.ts';
import type { AttemptRecord, AuditEntry, Change, Intent } from '../ports/vault.ts';
import type { Actor } from '../ports/world.ts';
import type { SignInDeps } from './deps.ts';
import type { Held } from './lease.ts';

/** One piece of work on one attempt, done while its lease is held. `signIn` runs ahead of the stored `record`. */
export interface Turn {
  readonly deps: SignInDeps;
  readonly actor: Actor;
  readonly held: Held;
  /** What is being done, for the log and the audit: a command's type, or one of ours. */
  readonly work: string;
  /** Ends all requests that are made for one cause, however many there are. */
  readonly signal: AbortSignal;
  readonly expected: TelegramAccount | null;
  record: AttemptRecord;
  signIn: SignIn;
  /** To be committed together with the record. */
  changes: Change[];
  keepIntent: boolean;
  /** Leases of other things, given back when the turn ends. */
  alsoHeld: Held[];
}

export type TurnStart = Pick<Turn, 'deps' | 'actor' | 'held' | 'work' | 'record' | 'signal'>;

export async function beginTurn(start: TurnStart): Promise<Turn> {
  const { deps, record } = start;
  return {
    ...start,
    expected: await expectedAccount(deps, record),
    signIn: withoutIssue(record.signIn),
    changes: [],
    keepIntent: false,
    alsoHeld: [],
  };
}

async function expectedAccount({ vault }: SignInDeps, record: AttemptRecord): Promise<TelegramAccount | null> {
  if (record.connectionId === null) return null;
  const connection = await vault.connection(record.userId, record.connectionId);
  if (connection === null) return null;
  const secret = await vault.connectionSecret(record.userId, connection.id);
  return { ...connection.account, phone: secret?.phone ?? null };
}

function withoutIssue(signIn: SignIn): SignIn {
  const { state } = signIn;
  return 'issue' in state ? { ...signIn, state: { ...state, issue: null } } : signIn;
}

export const contextOf = ({ deps, expected }: Turn): Context => ({ now: deps.clock.now(), expected });

export const keyOf = (record: Pick<AttemptRecord, 'id'>): string => `attempt:${record.id}`;

/** Commits that a request may have been sent, before it is. `fingerprint` null: not a command of the user. */
export async function intend(turn: Turn, fingerprint: string | null): Promise<void> {
  const intent: Intent = { command: turn.work, at: turn.deps.clock.now(), fingerprint };
  await store(turn, { ...turn.record, intent, replay: null, linkId: linkOf(turn) });
}

/** Work of ours goes on for whoever gave the last command. */
const linkOf = ({ actor, record }: Pick<Turn, 'actor' | 'record'>): string | null =>
  actor.kind === 'system' ? (record.linkId ?? null) : (actor.linkId ?? null);

/** Commits what must not be lost (a new key) in the middle of a turn. */
export async function saveProgress(turn: Turn): Promise<void> {
  await store(turn, { ...turn.record, signIn: turn.signIn });
}

/**
 * Commits the result. An accepted command moves the revision and can be replayed; work of ours moves it only with
 * the step. The key's client is closed first when the key goes elsewhere: two on one key would kill it.
 */
export async function commitTurn(turn: Turn, accepted: { fingerprint: string } | null): Promise<void> {
  const { deps, record, signIn } = turn;
  const next = nextRecord(turn, accepted);
  if (record.signIn.session !== null && signIn.session === null) await deps.gateway.release(keyOf(record));
  if (next.revision !== record.revision) turn.changes.push({ type: 'audit', entry: auditOf(turn, next) });
  await store(turn, next);
}

function nextRecord(turn: Turn, accepted: { fingerprint: string } | null): AttemptRecord {
  const { record, signIn, deps, keepIntent } = turn;
  const moved = accepted !== null || signIn.state.step !== record.signIn.state.step;
  const intent = keepIntent && record.intent !== null ? { ...record.intent, fingerprint: null } : null;
  const expiresAt = accepted === null ? record.expiresAt : deps.clock.now() + deps.attemptTtlSeconds * 1000;
  const linkId = accepted === null ? (record.linkId ?? null) : linkOf(turn);
  const next = { ...record, signIn, intent, linkId, expiresAt, revision: record.revision + (moved ? 1 : 0) };
  const answer = toPublic(next);
  const seen = JSON.stringify(answer) === JSON.stringify(toPublic(record));
  const replay =
    accepted === null ? (moved ? null : record.replay) : { ...accepted, revision: record.revision, answer };
  return { ...next, replay, eventId: record.eventId + (seen ? 0 : 1) };
}

async function store(turn: Turn, next: AttemptRecord): Promise<void> {
  const update: Change = { type: 'attempt.update', record: next, expectedRevision: turn.record.revision };
  await turn.deps.vault.commit(turn.held.lease(), [update, ...turn.changes]);
  turn.record = next;
  turn.changes = [];
}

function auditOf({ actor, work, deps }: Turn, { id, userId, signIn }: AttemptRecord): AuditEntry {
  const { state } = signIn;
  const code = 'issue' in state ? (state.issue?.code ?? null) : 'code' in state ? state.code : null;
  return {
    userId,
    at: deps.clock.now(),
    actor: auditActor(actor),
    action: `attempt.${isTerminal(state.step) ? state.step : work}`,
    attemptId: id,
    detail: { work, step: state.step, code },
  };
}

export const auditActor = (actor: Actor): AuditEntry['actor'] => ({
  kind: actor.kind,
  id: actor.staffId ?? actor.userId,
});

export const systemActor = (userId: string): Actor => ({ kind: 'system', userId, staffId: 'system', address: null });
