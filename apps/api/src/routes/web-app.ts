import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '../app-types.ts';
import { isLoopback } from '../config/loopback.ts';
import { nothingAt } from '../http/gate.ts';
import { pathOf } from '../http/paths.ts';

interface WebAppDeps {
  webRoot: string;
  publicUrl: URL;
  embedOrigins: readonly string[];
}

/** Addresses that the router in the browser knows. */
const isPage = (path: string) => /^\/(?:$|(?:connect|connections|support|help|privacy|workshop)(?:\/|$))/.test(path);

/** `http://127.0.0.1:3000` is the same server as `http://localhost:3000`, but to a browser it is another origin. */
const otherLoopbackName = (request: FastifyRequest, publicUrl: URL) =>
  publicUrl.protocol === 'http:' && request.hostname !== publicUrl.hostname && isLoopback(request.hostname);

/** The wizard, and no other page, may be a frame in the pages of these origins. */
const allowFrames = (reply: FastifyReply, origins: readonly string[]) => {
  if (origins.length === 0) return;
  const policy = String(reply.getHeader('content-security-policy'));
  reply.header(
    'content-security-policy',
    policy.replace("frame-ancestors 'none'", `frame-ancestors ${origins.join(' ')}`),
  );
  reply.removeHeader('x-frame-options');
};

export const webAppRoutes = async (app: App, { webRoot, publicUrl, embedOrigins }: WebAppDeps) => {
  await app.register(fastifyStatic, { root: webRoot, serve: false, index: false, preCompressed: true });

  const sendPage = (request: FastifyRequest, reply: FastifyReply) => {
    if (otherLoopbackName(request, publicUrl)) return reply.redirect(publicUrl.origin + request.url);
    if (!existsSync(join(webRoot, 'index.html'))) {
      return reply.code(404).type('text/plain; charset=utf-8').send('The web app is not built yet: npm run build\n');
    }
    if (pathOf(request.url) === '/connect') allowFrames(reply, embedOrigins);
    return reply.sendFile('index.html', { cacheControl: false }).header('cache-control', 'no-cache');
  };

  app.get('/*', async (request, reply) => {
    const path = pathOf(request.url);
    if (isPage(path)) return sendPage(request, reply);
    const file = decodeURIComponent(path).slice(1);
    if (file === 'index.html' || file.split('/').some((part) => part.startsWith('.'))) throw nothingAt(request);
    // The host's pages load this one from their own site.
    if (file === 'embed.js') reply.header('cross-origin-resource-policy', 'cross-origin');
    if (file.startsWith('assets/')) return reply.sendFile(file, { maxAge: '1y', immutable: true });
    return reply.sendFile(file, { maxAge: '1h' });
  });
};
