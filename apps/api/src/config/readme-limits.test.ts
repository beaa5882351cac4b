import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { limitNames, limitRows } from './limits.ts';

it('the README has each limit with its default and its meaning, and no other', () => {
  const readme = readFileSync(new URL('../../../../README.md', import.meta.url), 'utf8');
  const rows = [...readme.matchAll(/^\| `([a-z][A-Za-z]+)` \| (\d+) \| (.+) \|$/gm)].map(([, ...row]) => row);
  expect(rows).toEqual(limitNames.map((name) => [name, String(limitRows[name].fallback), limitRows[name].meaning]));
});
