import { describe, expect, test } from 'vitest';
import { phone, setStage } from '../testing/stage.ts';
import { codeAsTyped } from './code-as-typed.ts';

test.each([
  ['12345', '12345'],
  ['١٢٣٤٥', '12345'],
  ['۱۲۳۴۵', '12345'],
  ['१२३४५', '12345'],
  ['１２３４５', '12345'],
  ['𝟏𝟐𝟑𝟒𝟓', '12345'],
  ['٠٩', '09'],
  ['1\u200b2\u200d3\ufeff4\u20605', '12345'],
  ['\u200f12345\u200e', '12345'],
  ['\u202b12345\u202c', '12345'],
  [' 1 2-3–4—5\u00a0', '12345'],
  ['12a45', '12a45'],
  ['-', '-'],
  ['', ''],
])('%j is read as %j', (typed, read) => {
  expect(codeAsTyped(typed)).toBe(read);
});

describe('what is typed', () => {
  test('as a code means its digits, in any script', async () => {
    const stage = setStage();
    const code = await stage.send(await stage.start(), { type: 'submit_phone', phone });
    const done = await stage.send(code, { type: 'submit_code', code: '\u200f١٢\u200b٣٤٥' });
    expect(done.state.step).toBe('connected');
  });

  test('as a password is the password, to the last invisible sign', async () => {
    const stage = setStage();
    const password = ' \u200f١٢ pass\u200b ﬁ\u0301 ';
    stage.addAccount(phone, { password });
    const code = await stage.send(await stage.start(), { type: 'submit_phone', phone });
    let asked = await stage.send(code, { type: 'submit_code', code: '12345' });
    const others = [
      password.trim(),
      password.normalize('NFKC'),
      password.replaceAll(/\p{Cf}/gu, ''),
      codeAsTyped(password),
    ];
    for (const other of others) {
      asked = await stage.send(asked, { type: 'submit_password', password: other });
      expect(asked.state, other).toMatchObject({ step: 'password', issue: { code: 'telegram.password_hash_invalid' } });
    }
    expect((await stage.send(asked, { type: 'submit_password', password })).state.step).toBe('connected');
  });
});
