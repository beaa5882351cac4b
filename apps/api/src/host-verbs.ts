import type {
  Completion,
  ConnectionStatus,
  ConnectLink,
  CreateConnectLink,
  DeliveryList,
  Disconnected,
  HostConnection,
  HostConnectionList,
  LeaveVisit,
  RedeemCode,
  RenewedLease,
  RequestLease,
  SessionLease,
  UserErased,
  VisitReturn,
} from '@botize/contract';
import type { Actor, ConnectLinkRecord, HostDeps, HostKey } from '@botize/login';
import * as verbs from '@botize/login';

interface ConnectionQuery {
  userId?: string | undefined;
  status?: ConnectionStatus | undefined;
  cursor?: string | undefined;
}

/** What the host platform may ask for, and what a visitor does with its links. Each throws a `Refusal`. */
export interface HostVerbs {
  createLink(key: HostKey, input: CreateConnectLink): Promise<ConnectLink>;
  openLink(token: string, nonce: string | null): Promise<ConnectLinkRecord>;
  leaveVisit(visit: { actor: Actor; returnUrl: string | null }, input: LeaveVisit): Promise<VisitReturn>;
  redeemCode(key: HostKey, input: RedeemCode): Promise<Completion>;
  listConnections(query: ConnectionQuery): Promise<HostConnectionList>;
  getConnection(key: HostKey, id: string): Promise<HostConnection>;
  disconnect(key: HostKey, id: string): Promise<Disconnected>;
  eraseUser(key: HostKey, userId: string): Promise<UserErased>;
  leaseSession(key: HostKey, connectionId: string, request: RequestLease): Promise<SessionLease>;
  renewLease(id: string): Promise<RenewedLease>;
  releaseLease(key: HostKey, id: string): Promise<void>;
  reportError(key: HostKey, id: string, error: string): Promise<void>;
  listDeliveries(query: { connectionId?: string | undefined; cursor?: string | undefined }): Promise<DeliveryList>;
  replayDelivery(id: string): Promise<void>;
}

export const bindHostVerbs = (deps: HostDeps): HostVerbs => ({
  createLink: (key, input) => verbs.createLink(deps, key, input),
  openLink: (token, nonce) => verbs.openLink(deps, token, nonce),
  leaveVisit: (visit, input) => verbs.leaveVisit(deps, visit, input),
  redeemCode: (key, input) => verbs.redeemCode(deps, key, input),
  listConnections: (query) => verbs.hostConnections(deps, query),
  getConnection: (key, id) => verbs.hostConnection(deps, key, id),
  disconnect: (key, id) => verbs.hostDisconnect(deps, key, id),
  eraseUser: (key, userId) => verbs.hostEraseUser(deps, key, userId),
  leaseSession: (key, connectionId, request) => verbs.leaseSession(deps, key, connectionId, request),
  renewLease: (id) => verbs.renewLease(deps, id),
  releaseLease: (key, id) => verbs.releaseLease(deps, key, id),
  reportError: (key, id, error) => verbs.reportError(deps, key, id, error),
  listDeliveries: (query) => verbs.hostDeliveries(deps, query),
  replayDelivery: (id) => verbs.replayDelivery(deps, id),
});
