import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../paths.mjs';
import { chapters } from './promises.mjs';

const promises = chapters.flatMap((chapter) => chapter.promises);
const textOf = (file: string) => readFileSync(join(root, file), 'utf8');

describe('each promise', () => {
  it('has a name of its own', () => {
    expect(new Set(promises.map(({ id }) => id)).size).toBe(promises.length);
  });

  it.each(promises)('has a test: $says', ({ file, test = '' }) => {
    expect(existsSync(join(root, file))).toBe(true);
    // Names may be put together of a group's and a test's, or out of a table: a part of them is in the text.
    const begins = test.replaceAll(/'.*'/g, '').slice(0, 12);
    expect(textOf(file)).toContain(begins);
  });

  it.each(promises)('can be broken by a change to the code of today: $says', ({ change }) => {
    if (typeof change === 'string') return expect(change).not.toBe('');
    expect(textOf(change.file)).toContain(change.from);
    return expect(change.to).not.toBe(change.from);
  });
});
