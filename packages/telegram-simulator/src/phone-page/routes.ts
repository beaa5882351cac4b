import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { FastifyInstance } from 'fastify';

/** The page's files stand beside `src` and `dist` alike, two folders up from here. */
const folder = new URL('../../phone-page/', import.meta.url);
const require = createRequire(import.meta.url);

const types = { html: 'text/html', css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml' };

/** Only what is named here is served. */
const files = [
  'index.html',
  'icon.svg',
  'base.css',
  'layout.css',
  'controls.css',
  'cards.css',
  'panels.css',
  'drawing.css',
  'main.js',
  'client.js',
  'elements.js',
  'icons.js',
  'people.js',
  'phone.js',
  'qr.js',
  'devices.js',
  'password.js',
  'service.js',
  'times.js',
];

const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; font-src 'self'; " +
  "img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const headers = {
  'content-security-policy': policy,
  'cache-control': 'no-cache',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

const fonts = {
  '/fonts/text.woff2':
    '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
  '/fonts/mono.woff2':
    '@fontsource-variable/atkinson-hyperlegible-mono/files/atkinson-hyperlegible-mono-latin-wght-normal.woff2',
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
  const serve = (path: string, content: Buffer, type: string): void => {
    app.get(path, (_request, reply) => reply.headers({ ...headers, 'content-type': type }).send(content));
  };
  for (const file of files) {
    const type = types[file.slice(file.lastIndexOf('.') + 1) as keyof typeof types];
    serve(file === 'index.html' ? '/' : `/${file}`, readFileSync(new URL(file, folder)), `${type}; charset=utf-8`);
  }
  for (const [path, name] of Object.entries(fonts)) {
    const font = readFont(name);
    if (font) serve(path, font, 'font/woff2');
  }
  app.get('/page-settings.json', () => ({ wizardUrl }));
}
