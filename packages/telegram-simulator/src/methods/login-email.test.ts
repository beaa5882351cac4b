import { beforeEach, expect, test } from 'vitest';
import type { TlObject } from '../rpc.ts';
import { createRig, type Rig } from './testing/rig.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await createRig();
});

const purposeOf = (phone: string, sent: TlObject): TlObject => ({
  _: 'emailVerifyPurposeLoginSetup',
  phone_number: phone,
  phone_code_hash: sent['phone_code_hash'],
});
const byEmail = (phone: string, sent: TlObject, code: string): TlObject => ({
  _: 'auth.signIn',
  phone_number: phone,
  phone_code_hash: sent['phone_code_hash'],
  email_verification: { _: 'emailVerificationCode', code },
});

test('a code that came by email is only taken as such', async () => {
  const phone = '+9996620107';
  const sent = await rig.sendCode(phone);
  expect(sent).toMatchObject({
    type: { _: 'auth.sentCodeTypeEmailCode', email_pattern: 't***7@e***.com', length: 5, reset_available_period: 0 },
  });
  expect(sent).not.toHaveProperty('next_type');
  expect(await rig.refusal(rig.signIn(phone, sent, '22222'))).toBe('400 PHONE_CODE_INVALID');
  expect(await rig.refusal(byEmail(phone, sent, '11111'))).toBe('400 PHONE_CODE_INVALID');
  expect(await rig.refusal(byEmail(phone, sent, '22222'))).toBe('answered auth.authorization');
});

test('an address is set up: asked for, verified, then used', async () => {
  const phone = '+9996620108';
  const sent = await rig.sendCode(phone);
  expect(sent['type']).toEqual({ _: 'auth.sentCodeTypeSetUpEmailRequired' });
  const purpose = purposeOf(phone, sent);
  const ask = (email: string) => ({ _: 'account.sendVerifyEmailCode', purpose, email });
  const verify = (code: string) => ({
    _: 'account.verifyEmail',
    purpose,
    verification: { _: 'emailVerificationCode', code },
  });
  expect(await rig.refusal(verify('222222'))).toBe('400 EMAIL_VERIFY_EXPIRED');
  expect(await rig.refusal(ask('no address'))).toBe('400 EMAIL_INVALID');
  expect(await rig.refusal(ask('a@not-allowed.example'))).toBe('400 EMAIL_NOT_ALLOWED');
  expect(await rig.ask(ask('ana@example.org'))).toMatchObject({ email_pattern: 'a***a@e***.org', length: 6 });
  expect(await rig.refusal(verify('000000'))).toBe('400 CODE_INVALID');
  const verified = await rig.ask(verify('222222'));
  expect(verified).toMatchObject({
    email: 'ana@example.org',
    sent_code: { type: { _: 'auth.sentCodeTypeEmailCode' } },
  });
  const next = verified['sent_code'] as TlObject;
  expect(await rig.refusal(byEmail(phone, next, '22222'))).toBe('answered auth.authorization');
});

test('the address can be reset at once, or after its time', async () => {
  const reset = (phone: string, sent: TlObject): TlObject => ({
    _: 'auth.resetLoginEmail',
    phone_number: phone,
    phone_code_hash: sent['phone_code_hash'],
  });
  const sent = await rig.sendCode('+9996620107');
  expect(await rig.ask(reset('+9996620107', sent))).toMatchObject({ type: { _: 'auth.sentCodeTypeSms' } });

  const slow = await rig.sendCode('+9996620117');
  expect(slow['type']).toMatchObject({ reset_available_period: 3 });
  const waiting = await rig.ask(reset('+9996620117', slow));
  expect(waiting['type']).toMatchObject({ reset_pending_date: Date.UTC(2026, 10, 22, 10) / 1000 + 3 });
  expect(await rig.refusal(reset('+9996620117', slow))).toBe('400 TASK_ALREADY_EXISTS');
  rig.pass(3000);
  expect(await rig.ask(reset('+9996620117', slow))).toMatchObject({ type: { _: 'auth.sentCodeTypeSms' } });

  const plain = await rig.sendCode('+9996620000');
  expect(await rig.refusal(reset('+9996620000', plain))).toBe('400 EMAIL_INSTALL_MISSING');
});
