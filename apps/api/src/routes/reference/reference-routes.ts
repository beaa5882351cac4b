import type { App } from '../../app-types.ts';
import { openApiDocument } from './openapi-document.ts';
import { referencePage } from './reference-page.ts';
import { referenceStyle } from './reference-style.ts';

/** The host's API described, for machines and for people. Made once, at start. */
export const referenceRoutes = (app: App, origin: string) => {
  const document = openApiDocument(origin);
  const text = JSON.stringify(document);
  const page = referencePage(document);
  app.get('/api/v1/openapi.json', async (_request, reply) => reply.type('application/json').send(text));
  app.get('/docs', async (_request, reply) => reply.type('text/html; charset=utf-8').send(page));
  app.get('/docs/reference.css', async (_request, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', 'public, max-age=3600').send(referenceStyle),
  );
};
