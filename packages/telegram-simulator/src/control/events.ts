import type { FastifyInstance } from 'fastify';
import type { State } from '../state/state.ts';

const heartbeatMs = 15_000;

/** Server-sent events: `change` says that something the phone page shows may be different now. */
export function eventRoutes(app: FastifyInstance, state: State): void {
  const closers = new Set<() => void>();
  app.addHook('preClose', async () => {
    for (const close of closers) close();
  });

  app.get('/control/events', (request, reply) => {
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    raw.write('retry: 1000\nevent: change\ndata: {}\n\n');
    const unwatch = state.watch(() => raw.write('event: change\ndata: {}\n\n'));
    const heartbeat = setInterval(() => raw.write(':\n\n'), heartbeatMs);
    const close = (): void => {
      unwatch();
      clearInterval(heartbeat);
      closers.delete(close);
      raw.end();
    };
    closers.add(close);
    request.raw.on('close', close);
  });
}
