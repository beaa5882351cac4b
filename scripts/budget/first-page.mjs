import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Bytes of JavaScript, compressed with gzip, that may be fetched before the first step of the wizard can be used. */
export const limit = 95_000;

/** @typedef {{ file: string, imports?: string[] }} Chunk */
/** @typedef {{ file: string, bytes: number, gzip: number }} Size */

/** A file's own size, and what is left of it on the way to the browser. @returns {Size} */
const sizeOf = (/** @type {string} */ folder, /** @type {string} */ file) => {
  const content = readFileSync(join(folder, file));
  return { file, bytes: content.length, gzip: gzipSync(content, { level: 9 }).length };
};

/** A chunk's file, and those of everything that it imports before it runs. */
const withImports = (
  /** @type {Record<string, Chunk>} */ manifest,
  /** @type {string} */ name,
  files = /** @type {Set<string>} */ (new Set()),
) => {
  const chunk = manifest[name];
  if (!chunk) throw new Error(`The page's manifest has no ${name}.`);
  if (files.has(chunk.file)) return files;
  files.add(chunk.file);
  for (const other of chunk.imports ?? []) withImports(manifest, other, files);
  return files;
};

const isCatalogue = /^src\/copy\/[a-z]{2}\.ts$/;

/**
 * What a browser fetches before the first step can be used, for the language whose sentences are largest: the scripts
 * that the page names, their imports, and one language's first sentences. e2e/first-page.spec.ts shows that nothing
 * else is needed.
 */
export const firstPage = (/** @type {string} */ folder) => {
  const manifest = /** @type {Record<string, Chunk>} */ (
    JSON.parse(readFileSync(join(folder, '.vite', 'manifest.json'), 'utf8'))
  );
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const named = [...page.matchAll(/<script[^>]*\ssrc="\/([^"]+)"/g)].map(([, src = '']) => src);
  const always = new Set([...named, ...withImports(manifest, 'index.html')]);
  const languages = Object.keys(manifest)
    .filter((name) => isCatalogue.test(name))
    .map((name) => [...withImports(manifest, name)].filter((file) => !always.has(file)));
  if (languages.length === 0) throw new Error('The page’s manifest has no sentences.');
  const sizes = (/** @type {Iterable<string>} */ files) => [...files].map((file) => sizeOf(folder, file));
  const [largest = []] = languages.map(sizes).sort((a, b) => total(b) - total(a));
  return [...sizes(always), ...largest];
};

export const total = (/** @type {Size[]} */ sizes) => sizes.reduce((sum, { gzip }) => sum + gzip, 0);

/** What isn't JavaScript: the style sheet, and the fonts, of which a page loads those it has letters for. */
const others = (/** @type {string} */ folder) =>
  readdirSync(join(folder, 'assets'))
    .filter((name) => /\.(css|woff2)$/.test(name))
    .map((name) => sizeOf(folder, join('assets', name)));

const kilobytes = (/** @type {number} */ bytes) => `${(bytes / 1000).toFixed(1)} kB`;

const line = (/** @type {Size} */ { file, bytes, gzip }) =>
  `  ${file.padEnd(62)} ${kilobytes(bytes).padStart(10)} ${kilobytes(gzip).padStart(10)}`;

/** Both figures of each file, their sum, and whether that keeps within the limit. */
export const budgetOf = (/** @type {string} */ folder, most = limit) => {
  const scripts = firstPage(folder);
  const sum = total(scripts);
  const ok = sum <= most;
  const lines = [
    'JavaScript before the first step can be used (as it is, with gzip):',
    ...scripts.map(line),
    `  ${ok ? '✓' : '✗'} ${kilobytes(sum)} of ${kilobytes(most)}`,
    'Beside it:',
    ...others(folder).map(line),
  ];
  return { ok, lines };
};
