import { describe, expect, it } from 'vitest';
import { plainText } from './service-notice.ts';

describe('plainText', () => {
  it.each([
    ['Please update.\n\nThanks', 'Please update. Thanks'],
    ['\u202Edetrever\u0000 \u200Bhidden', 'detrever hidden'],
    ['<b>bold</b>', '<b>bold</b>'],
    ['   ', null],
    ['', null],
  ])('cleans %j', (message, text) => {
    expect(plainText(message)).toBe(text);
  });

  it('cuts at 500 without halving a character', () => {
    expect(plainText('x'.repeat(600))).toHaveLength(500);
    expect(plainText(`${'x'.repeat(499)}😀`)).toBe('x'.repeat(499));
  });
});
