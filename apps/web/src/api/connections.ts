import { ActivityList, Connection, ConnectionList, Disconnected, UserErased } from '@botize/contract';
import { request, unless } from './request.ts';

const connectionPath = (id: string) => `/api/connections/${encodeURIComponent(id)}`;

export const listConnections = (signal?: AbortSignal) =>
  request('/api/connections', { schema: ConnectionList, signal });
export const getConnection = (id: string) => request(connectionPath(id), { schema: Connection });
export const checkConnection = (id: string) =>
  request(`${connectionPath(id)}/check`, { method: 'POST', body: {}, schema: Connection });
/** Null when it was gone already, for instance because the answer to the first try was lost. */
export const disconnect = (id: string) =>
  unless('connection.not_found', request(connectionPath(id), { method: 'DELETE', schema: Disconnected }));
/** Of one connection, or of everything that is or was the user's. */
export const listActivity = (id: string | null, signal?: AbortSignal) =>
  request(id === null ? '/api/activity' : `${connectionPath(id)}/activity`, { schema: ActivityList, signal });
/** Ends the browser session, too. */
export const eraseMe = () => request('/api/users/me', { method: 'DELETE', schema: UserErased });
