import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { browserSessionSeconds, looksLikeSessionId } from './browser-sessions.ts';

export interface SessionCookie {
  name: string;
  /** The id it carries, or null where there is none that we could have made. Secret. */
  read(request: FastifyRequest): string | null;
  /** `embedded`: for a frame in another site's page. Whichever of the two was there before is gone. */
  write(reply: FastifyReply, id: string, options?: { embedded: boolean }): void;
  clear(reply: FastifyReply): void;
}

interface Jar {
  name: string;
  attributes: CookieSerializeOptions;
}

/**
 * `__Host-` makes browsers refuse it from anywhere else; it needs https, so plain http on loopback has names of its own.
 * A frame needs a second one: sent across sites, and kept apart for each site that shows the frame.
 */
export const createSessionCookie = (publicUrl: URL): SessionCookie => {
  const secure = publicUrl.protocol === 'https:';
  const page: Jar = {
    name: secure ? '__Host-botize' : 'botize_dev',
    attributes: { path: '/', httpOnly: true, sameSite: 'lax', secure },
  };
  const frame: Jar = {
    name: `${page.name}${secure ? '-frame' : '_frame'}`,
    attributes: { path: '/', httpOnly: true, sameSite: 'none', secure: true, partitioned: true },
  };
  const valueIn = (request: FastifyRequest, { name }: Jar) => {
    const value = request.cookies[name];
    return value !== undefined && looksLikeSessionId(value) ? value : null;
  };
  const clear = (reply: FastifyReply, { name, attributes }: Jar) => void reply.clearCookie(name, attributes);
  return {
    name: page.name,
    read: (request) => valueIn(request, page) ?? valueIn(request, frame),
    write: (reply, id, { embedded } = { embedded: false }) => {
      const [used, other] = embedded ? [frame, page] : [page, frame];
      if (reply.request.cookies[other.name] !== undefined) clear(reply, other);
      reply.setCookie(used.name, id, { ...used.attributes, maxAge: browserSessionSeconds });
    },
    clear: (reply) => {
      clear(reply, page);
      if (reply.request.cookies[frame.name] !== undefined) clear(reply, frame);
    },
  };
};
