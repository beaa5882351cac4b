import {
  RepairLinkSent,
  StaffLookList,
  SupportConnection,
  SupportList,
  SupportOverview,
  SupportPerson,
  type ClearLimit,
  type SupportSearch,
} from '@botize/contract';
import { request } from './request.ts';

const personPath = (userId: string) => `/api/support/users/${encodeURIComponent(userId)}`;

export const searchSupport = (search: SupportSearch, signal?: AbortSignal) =>
  request('/api/support/searches', { method: 'POST', body: search, schema: SupportList, signal });
export const getPerson = (userId: string, signal?: AbortSignal) =>
  request(personPath(userId), { schema: SupportPerson, signal });
export const getOverview = (signal?: AbortSignal) =>
  request('/api/support/overview', { schema: SupportOverview, signal });
export const listLooks = (cursor: string | null, signal?: AbortSignal) =>
  request(`/api/support/looks${cursor === null ? '' : `?cursor=${encodeURIComponent(cursor)}`}`, {
    schema: StaffLookList,
    signal,
  });

/** What staff do; each needs a reason, which the user can read. */
export const sendRepairLink = (userId: string, body: { reason: string; connectionId?: string }) =>
  request(`${personPath(userId)}/links`, { method: 'POST', body, schema: RepairLinkSent });
export const askForCheck = (connectionId: string, reason: string) =>
  request(`/api/support/connections/${encodeURIComponent(connectionId)}/checks`, {
    method: 'POST',
    body: { reason },
    schema: SupportConnection,
  });
export const endAttempt = (attemptId: string, reason: string) =>
  request<void>(`/api/support/attempts/${encodeURIComponent(attemptId)}/end`, {
    method: 'POST',
    body: { reason },
    schema: null,
  });
export const clearLimit = (userId: string, body: ClearLimit) =>
  request<void>(`${personPath(userId)}/limits/clear`, { method: 'POST', body, schema: null });

export const personEventsUrl = (userId: string) => `${personPath(userId)}/events`;
export const supportEventsUrl = '/api/support/events';
