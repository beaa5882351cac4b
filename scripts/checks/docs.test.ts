import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../paths.mjs';
import { findMissingPaths } from './docs.mjs';

const missing = (text: string) => findMissingPaths(root, join(root, 'README.md'), text);

it.each([
  ['a file', '`packages/contract/src/attempts.ts`'],
  ['a folder', '`apps/desktop/`'],
  ['a file at the root', '`HISTORY.md`'],
  ['a link', '[here](docs/nowhere.md)'],
  ['a picture', '![there](docs/pictures/none.png "none")'],
  ['a command', 'run `npm run nothing`'],
])('names what a document mentions and doesn’t exist: %s', (_name, text) => {
  expect(missing(text)).toHaveLength(1);
});

it.each([
  [
    'what exists',
    '`packages/contract/src/attempt.ts`, `scripts/`, `package.json`, [that](package.json), `npm run verify`',
  ],
  ['what is made later', '`apps/web/dist/index.html`, `data/`'],
  ['patterns', '`packages/*/src`, `e2e/<name>.spec.ts`'],
  ['addresses', '[web](https://botize.com/apps/none)'],
  ['code blocks', '```\n`apps/none.ts`\n```'],
])('says nothing about %s', (_name, text) => {
  expect(missing(text)).toEqual([]);
});
