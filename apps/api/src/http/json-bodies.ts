import type { FastifyInstance } from 'fastify';

/** Bytes. The largest body we know, a command with a password, is far below. */
export const bodyLimit = 16 * 1024;

/** JSON and nothing else; an empty body is no body, which the schema of the route judges. */
export const acceptJsonOnly = (app: FastifyInstance) => {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string', bodyLimit }, (request, body, done) => {
    if (body.length === 0) return done(null, undefined);
    return parse(request, body.toString(), done);
  });
};
