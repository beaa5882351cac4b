import type { FastifyInstance } from 'fastify';

const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]']);

function hostnameOf(host: string | undefined): string | null {
  const url = URL.canParse(`http://${host}`) ? new URL(`http://${host}`) : null;
  return url?.hostname ?? null;
}

/**
 * Anybody's web page could reach a port on loopback. So the Host header has to name loopback (no DNS rebinding), and
 * a change has to come from this server's own page or from no page at all.
 */
export function guardLoopback(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    const { host, origin } = request.headers;
    if (!loopbackNames.has(hostnameOf(host) ?? '')) {
      return reply.code(403).send({ error: 'host', message: 'Only loopback is served.' });
    }
    const changes = request.method !== 'GET' && request.method !== 'HEAD';
    if (changes && origin !== undefined && origin !== `http://${host}`) {
      return reply.code(403).send({ error: 'origin', message: 'Changes come from the phone page only.' });
    }
  });
}
