import type { FastifyRequest } from 'fastify';

/** The key of `Authorization: Bearer …`, or null. Secret. */
export const bearerOf = (request: FastifyRequest): string | null =>
  /^Bearer +(\S{1,256})$/i.exec(request.headers.authorization ?? '')?.[1] ?? null;
