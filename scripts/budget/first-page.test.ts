import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { budgetOf, firstPage, limit, total } from './first-page.mjs';

let folder: string;

/** Nothing that gzip could make smaller. */
const noise = (bytes: number) => randomBytes(bytes);

const write = (file: string, content: string | Buffer) => {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), content);
};

const manifest = {
  'index.html': {
    file: 'assets/index.js',
    imports: ['_shared.js'],
    dynamicImports: ['src/copy/en.ts', 'src/later.ts'],
  },
  '_shared.js': { file: 'assets/shared.js', imports: ['index.html'] },
  'src/copy/en.ts': { file: 'assets/en.js', imports: ['index.html'] },
  'src/copy/es.ts': { file: 'assets/es.js', imports: ['_words.js'] },
  '_words.js': { file: 'assets/words.js' },
  'src/copy/en-later.ts': { file: 'assets/en-later.js' },
  'src/later.ts': { file: 'assets/later.js' },
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'budget-'));
  write('.vite/manifest.json', JSON.stringify(manifest));
  write(
    'index.html',
    '<script src="/theme.js"></script><script type="module" crossorigin src="/assets/index.js"></script>',
  );
  write('theme.js', noise(100));
  for (const name of ['shared', 'en', 'later', 'en-later']) write(`assets/${name}.js`, noise(1_000));
  for (const name of ['es', 'words']) write(`assets/${name}.js`, noise(600));
  write('assets/index.js', noise(50_000));
  write('assets/style.css', 'a{}');
});
afterEach(() => rmSync(folder, { recursive: true }));

it('counts what the page names, what that imports, and the larger language; nothing that comes later', () => {
  expect(firstPage(folder).map(({ file }) => file)).toEqual([
    'theme.js',
    'assets/index.js',
    'assets/shared.js',
    'assets/es.js',
    'assets/words.js',
  ]);
});

it('keeps within the limit, and says how', () => {
  const { ok, lines } = budgetOf(folder);
  expect(ok).toBe(true);
  expect(lines.join('\n')).toContain('of 95.0 kB');
  expect(lines.join('\n')).toContain('assets/style.css');
});

it.each(['assets/index.js', 'assets/shared.js', 'assets/words.js', 'theme.js'])(
  'fails when %s grows over it',
  (file) => {
    write(file, noise(limit));
    expect(budgetOf(folder).ok).toBe(false);
  },
);

it('fails at one byte more', () => {
  const sum = total(firstPage(folder));
  expect(budgetOf(folder, sum).ok).toBe(true);
  expect(budgetOf(folder, sum - 1).ok).toBe(false);
});

it('doesn’t pass for want of anything to count', () => {
  write('.vite/manifest.json', '{}');
  expect(() => budgetOf(folder)).toThrow(/index\.html/);
  write(
    '.vite/manifest.json',
    JSON.stringify({ 'index.html': manifest['index.html'], '_shared.js': manifest['_shared.js'] }),
  );
  expect(() => budgetOf(folder)).toThrow(/sentences/);
});
