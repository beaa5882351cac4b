import { describe, expect, test } from 'vitest';
import { root } from '../paths.mjs';
import { expressionsIn, expressionsOf, findSlowText } from './expressions.mjs';

describe('regular expressions', () => {
  const all = expressionsIn(root);
  const each = [...new Map(all.map((one) => [`/${one.source}/${one.flags}`, one])).entries()];

  test('are found wherever they are written', () => {
    const text = 'const a = /a+/g; f(s.replace(/\\d{2}/, "")); const b = 1 / 2 / 3;';
    expect(expressionsOf('a.ts', text).map(({ source }) => source)).toEqual(['a+', '\\d{2}']);
    expect(each.length).toBeGreaterThan(30);
    expect(new Set(all.map(({ file }) => file.split('/', 2).join('/'))).size).toBe(5);
  });

  test.each([
    ['^(a+)+$', ''],
    ['^(\\w+\\s?)*$', ''],
    ['\\s+$', 'i'],
  ])(
    'that are slow are seen: %s',
    (source, flags) => {
      expect(findSlowText({ source, flags })).not.toBeNull();
    },
    60_000,
  );

  test.each(each)(
    '%s takes no longer than its text is long',
    (_, expression) => {
      expect(findSlowText(expression), expression.file).toBeNull();
    },
    60_000,
  );
});
