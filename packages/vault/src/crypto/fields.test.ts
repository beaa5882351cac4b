import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeFields } from './fields.ts';

const field = fc.oneof(
  fc.string(),
  fc.maxSafeInteger(),
  fc.constant(null),
  fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
);

test('different lists are never encoded alike', () => {
  fc.assert(
    fc.property(fc.array(field), fc.array(field), (left, right) => {
      fc.pre(JSON.stringify(left) !== JSON.stringify(right) && !left.includes(-0) && !right.includes(-0));
      expect(encodeFields(left).equals(encodeFields(right))).toBe(false);
    }),
  );
});

test.each([
  [
    ['ab', 'c'],
    ['a', 'bc'],
  ],
  [['1'], [1]],
  [[''], [null]],
  [['a'], [Buffer.from('a')]],
  [['a'], ['a', '']],
  [[0], [-1]],
])('%j is not %j', (left, right) => {
  expect(encodeFields(left).equals(encodeFields(right))).toBe(false);
});

test('a fraction cannot be bound', () => {
  expect(() => encodeFields([0.5])).toThrow(new RangeError('only whole numbers can be bound'));
});

test('every type has its tag and its length, as earlier versions have bound them', () => {
  const bytes = encodeFields(['ab', 1, null, Buffer.from([7]), -2]).toString('hex');
  const parts = ['00000005', '01000000026162', '0200000008', '0000000000000001', '0000000000', '030000000107'];
  expect(bytes).toBe([...parts, '0200000008', 'fffffffffffffffe'].join(''));
});
