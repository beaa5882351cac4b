import type { Actor, HostKey, Staff } from '@botize/login';
import type { FastifyRequest } from 'fastify';
import type { SignedIn } from './browser-sessions.ts';
import { RequestProblem } from './request-problem.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who sits at the browser; null on routes that ask nobody. */
    signedIn: SignedIn | null;
    /** Which key of the host asks; null elsewhere than on the host's routes. */
    hostKey: HostKey | null;
    /** What a person reads out to support; in the log line of the request. */
    reference: string | null;
    /** Code of the problem answered, if any. */
    problemCode: string | null;
  }
}

export const signedInOf = (request: FastifyRequest): SignedIn => {
  if (request.signedIn === null) throw new RequestProblem('session.none');
  return request.signedIn;
};

export const actorOf = (request: FastifyRequest): Actor => {
  const { user, linkId } = signedInOf(request);
  const from = { address: request.ip, requestId: request.id };
  return { kind: 'user', userId: user.id, ...from, ...(linkId ? { linkId } : {}) };
};

export const staffOf = (request: FastifyRequest): Staff => ({
  id: signedInOf(request).user.id,
  address: request.ip,
});

export const hostKeyOf = (request: FastifyRequest): HostKey => {
  if (request.hostKey === null) throw new RequestProblem('request.key');
  return request.hostKey;
};
