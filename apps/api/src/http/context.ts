import type { Actor } from '@botize/login';
import type { FastifyRequest } from 'fastify';
import type { SignedIn } from './browser-sessions.ts';
import { RequestProblem } from './request-problem.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who sits at the browser; null on routes that ask nobody. */
    signedIn: SignedIn | null;
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

export const actorOf = (request: FastifyRequest): Actor => ({
  kind: 'user',
  userId: signedInOf(request).user.id,
  address: request.ip,
});
