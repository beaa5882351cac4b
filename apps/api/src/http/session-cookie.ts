import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { browserSessionSeconds, looksLikeSessionId } from './browser-sessions.ts';

export interface SessionCookie {
  name: string;
  /** The id it carries, or null where there is none that we could have made. Secret. */
  read(request: FastifyRequest): string | null;
  write(reply: FastifyReply, id: string): void;
  clear(reply: FastifyReply): void;
}

/** `__Host-` makes browsers refuse it from anywhere else; it needs https, so plain http on loopback has a name of its own. */
export const createSessionCookie = (publicUrl: URL): SessionCookie => {
  const secure = publicUrl.protocol === 'https:';
  const name = secure ? '__Host-botize' : 'botize_dev';
  const attributes: CookieSerializeOptions = { path: '/', httpOnly: true, sameSite: 'lax', secure };
  return {
    name,
    read: (request) => {
      const value = request.cookies[name];
      return value !== undefined && looksLikeSessionId(value) ? value : null;
    },
    write: (reply, id) => void reply.setCookie(name, id, { ...attributes, maxAge: browserSessionSeconds }),
    clear: (reply) => void reply.clearCookie(name, attributes),
  };
};
