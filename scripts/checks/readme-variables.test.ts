import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../paths.mjs';

const namesIn = (file: string, pattern: RegExp) =>
  [...readFileSync(join(root, file), 'utf8').matchAll(pattern)].map(([, name]) => name).sort();

it('the README has a row for each variable that the server reads, and for no other', () => {
  const read = namesIn('apps/api/src/config/variables.ts', /^\s*(?:\{ )?name: '([A-Z][A-Z_]+)'/gm);
  expect(read).toContain('PORT');
  expect(namesIn('README.md', /^\| `([A-Z][A-Z_]+)` \|/gm)).toEqual(read);
});
