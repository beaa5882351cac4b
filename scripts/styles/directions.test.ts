import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../paths.mjs';

const source = join(root, 'apps', 'web', 'src');
const sheets = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.css'));

/** Left and right, and four values whose second and fourth differ: what doesn't turn round with the language. */
const physical = [
  /(?:^|[\s;{])(?:margin|padding|border)-(?:left|right)\b/,
  /(?:^|[\s;{])(?:left|right):/,
  /(?:text-align|float|clear): (?:left|right)\b/,
  /(?:margin|padding): \w+ (\w+) \w+ (?!\1;)\w+;/,
];

it('has style sheets to look at', () => {
  expect(sheets.length).toBeGreaterThan(10);
});

it.each(sheets)('%s names no left and no right', (sheet) => {
  const lines = readFileSync(join(source, sheet), 'utf8').split('\n');
  expect(lines.filter((line) => physical.some((pattern) => pattern.test(line)))).toEqual([]);
});
