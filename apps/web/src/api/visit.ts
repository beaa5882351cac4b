import { VisitReturn, type LeaveVisit } from '@botize/contract';
import { request } from './request.ts';

/** How the visit ended, with the one-time code (secret) and the address to go back to. */
export const returnFromVisit = (body: LeaveVisit) =>
  request('/api/session/return', { method: 'POST', body, schema: VisitReturn });
