import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { FastifyInstance } from 'fastify';

/** The page's files stand beside `src` and `dist` alike, two folders up from here. */
const folder = new URL('../../phone-page/', import.meta.url);
const require = createRequire(import.meta.url);

const files = {
  '/': ['index.html', 'text/html; charset=utf-8'],
  '/phone.css': ['phone.css', 'text/css; charset=utf-8'],
} as const;

const modules = ['main', 'client', 'elements', 'icons', 'people', 'phone', 'qr', 'devices', 'password', 'service', 'times'];
const policy = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; font-src 'self'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const fonts = {
  '/fonts/text.woff2': '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
  '/fonts/mono.woff2': '@fontsource-variable/atkinson-hyperlegible-mono/files/atkinson-hyperlegible-mono-latin-wght-normal.woff2',
} as const;

/** Null if the font isn't installed: the page then uses the system's. */
function readFont(name: string): Buffer | null {
  try {
    return readFileSync(require.resolve(name));
  } catch {
    return null;
  }
}

/** The simulated phone at `/`: plain files, read once, and nothing inline. */
export function phonePageRoutes(app: FastifyInstance, wizardUrl: string): void {
  const serve = (path: string, content: Buffer | string, type: string): void => {
    app.get(path, (_request, reply) =>
      reply.headers({ 'content-type': type, 'content-security-policy': policy, 'cache-control': 'no-cache',
        'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' }).send(content),
    );
  };
  for (const [path, [file, type]] of Object.entries(files)) serve(path, readFileSync(new URL(file, folder)), type);
  for (const name of modules) {
    serve(`/${name}.js`, readFileSync(new URL(`${name}.js`, folder)), 'text/javascript; charset=utf-8');
  }
  for (const [path, name] of Object.entries(fonts)) {
    const font = readFont(name);
    if (font) serve(path, font, 'font/woff2');
  }
  app.get('/page-settings.json', () => ({ wizardUrl }));
}
