import { expect, test } from 'vitest';
import { maskPhone } from './mask-phone.ts';

test.each([
  ['+34612345678', '+34 ••• ••• 678'],
  ['+447911123456', '+44 ••• ••• 456'],
  ['+12025550123', '+1 ••• ••• 123'],
  ['+351912345678', '+351 ••• ••• 678'],
  ['+9996612345', '+99 ••• ••• 345'],
  ['34612345678', '+34 ••• ••• 678'],
  ['+1234567', '+12 ••• ••• 67'],
  ['+34612345', '+34 ••• ••• 345'],
  ['none', ''],
])('%s is shown as %s', (phone, masked) => {
  expect(maskPhone(phone)).toBe(masked);
});

test('no number is shown as nothing', () => {
  expect(maskPhone(null)).toBe('');
});
