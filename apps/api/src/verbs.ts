import type { Command, Connection, Disconnected, LoginAttempt, StartAttempt, UserErased } from '@botize/contract';
import type { Actor, AuditEntry, SignInDeps, SupportStore } from '@botize/login';
import {
  cancelAttempt,
  checkConnection,
  connectionActivity,
  currentAttempt,
  disconnectConnection,
  eraseUser,
  getConnection,
  listConnections,
  logoutsPending,
  runCommand,
  startAttemptNoting,
  userActivity,
  watchAttempt,
} from '@botize/login';

export interface AttemptChange {
  eventId: number;
  attempt: LoginAttempt;
}

/** What a route may ask for. Each throws a `Refusal`, and answers for what belongs to somebody else as if it didn't exist. */
export interface Verbs {
  startAttempt(actor: Actor, input: StartAttempt): Promise<{ created: boolean; attempt: LoginAttempt }>;
  runCommand(actor: Actor, attemptId: string, command: Command): Promise<LoginAttempt>;
  currentAttempt(actor: Actor): Promise<LoginAttempt>;
  cancelAttempt(actor: Actor, attemptId: string): Promise<void>;
  watchAttempt(actor: Actor, attemptId: string, signal: AbortSignal): Promise<AsyncIterable<AttemptChange>>;
  listConnections(actor: Actor): Promise<Connection[]>;
  logoutsPending(actor: Actor): Promise<number>;
  getConnection(actor: Actor, connectionId: string): Promise<Connection>;
  checkConnection(actor: Actor, connectionId: string): Promise<Connection>;
  disconnectConnection(actor: Actor, connectionId: string): Promise<Disconnected>;
  connectionActivity(actor: Actor, connectionId: string): Promise<AuditEntry[]>;
  userActivity(actor: Actor): Promise<AuditEntry[]>;
  eraseUser(actor: Actor): Promise<UserErased>;
}

export const bindVerbs = (deps: SignInDeps & { support: Pick<SupportStore, 'noteRefused'> }): Verbs => ({
  startAttempt: (actor, input) => startAttemptNoting(deps, actor, input),
  runCommand: (actor, attemptId, command) => runCommand(deps, actor, attemptId, command),
  currentAttempt: (actor) => currentAttempt(deps, actor),
  cancelAttempt: (actor, attemptId) => cancelAttempt(deps, actor, attemptId),
  watchAttempt: (actor, attemptId, signal) => watchAttempt(deps, actor, attemptId, signal),
  listConnections: (actor) => listConnections(deps, actor),
  logoutsPending: (actor) => logoutsPending(deps, actor),
  getConnection: (actor, connectionId) => getConnection(deps, actor, connectionId),
  checkConnection: (actor, connectionId) => checkConnection(deps, actor, connectionId),
  disconnectConnection: (actor, connectionId) => disconnectConnection(deps, actor, connectionId),
  connectionActivity: (actor, connectionId) => connectionActivity(deps, actor, connectionId),
  userActivity: (actor) => userActivity(deps, actor),
  eraseUser: (actor) => eraseUser(deps, actor, actor.userId),
});
