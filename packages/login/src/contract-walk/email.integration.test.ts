import { expect, test } from 'vitest';
import { numberOf, walkOnce, type Person } from './testing/walk.ts';
import type { LoginAttempt } from '@botize/contract';

const walk = walkOnce();
const email = 'ana@example.com';
const give = (ana: Person, attempt: LoginAttempt, address = email) =>
  ana.send(attempt, { type: 'submit_email', email: address });
const issue = (code: string) => ({ issue: expect.objectContaining({ code }) });
const error = (message: string) => ({ type: 'rpc_error', code: 400, message }) as const;

test.each([
  ['0118', 'app'],
  ['0108', 'email_code'],
])('email | submit_email | sentEmailCode → code (email_setup), then the new code (%s: %s)', async (suffix, type) => {
  const phone = numberOf(suffix);
  const ana = walk.newPerson();
  const code = await give(ana, await ana.toCode(phone));
  expect(code.state).toMatchObject({
    step: 'code',
    resend: null,
    delivery: { type: 'email_setup', pattern: 'a***a@e***.com', length: 6 },
  });
  const proof = (await walk.stand.emailCode(phone)) ?? '';
  const wrong = await ana.send(code, { type: 'submit_code', code: '000000' });
  expect(wrong.state).toMatchObject({ step: 'code', triesLeft: 4, ...issue('telegram.code_invalid') });
  const sent = await ana.send(wrong, { type: 'submit_code', code: proof });
  expect(sent.state).toMatchObject({ step: 'code', triesLeft: 5, delivery: { type } });
  expect((await ana.typeCode(sent, phone)).state.step).toBe('connected');
});

test.each([
  ['EMAIL_NOT_ALLOWED', '0610', null],
  ['EMAIL_INVALID', '0118', 'EMAIL_INVALID'],
  ['EMAIL_UNCONFIRMED', '0118', 'EMAIL_UNCONFIRMED'],
])('email | submit_email | %s → email + issue', async (name, suffix, fault) => {
  const ana = walk.newPerson();
  const asked = await ana.toCode(numberOf(suffix, 1));
  if (fault !== null) await walk.stand.fault(error(fault), { method: 'account.sendVerifyEmailCode' });
  const refused = await give(ana, asked);
  expect(refused.state).toMatchObject({ step: 'email', ...issue(`telegram.${name.toLowerCase()}`) });
});

test('email | submit_email | EMAIL_HASH_EXPIRED → phone + issue, number prefilled', async () => {
  const ana = walk.newPerson();
  const over = await give(ana, await ana.toCode(numberOf('0612')));
  expect(over.state).toMatchObject({
    step: 'phone',
    storedPhoneMasked: '+99 ••• ••• 612',
    ...issue('telegram.email_hash_expired'),
  });
});

test('code (email_setup) | EMAIL_VERIFY_EXPIRED → phone + issue', async () => {
  const phone = numberOf('0611');
  const ana = walk.newPerson();
  const code = await give(ana, await ana.toCode(phone));
  const over = await ana.send(code, { type: 'submit_code', code: (await walk.stand.emailCode(phone)) ?? '' });
  expect(over.state).toMatchObject({ step: 'phone', ...issue('telegram.email_verify_expired') });
});

test('code (email_setup) | EMAIL_NOT_ALLOWED → email + issue: another address can be given', async () => {
  const phone = numberOf('0118', 3);
  const ana = walk.newPerson();
  const code = await give(ana, await ana.toCode(phone));
  await walk.stand.fault(error('EMAIL_NOT_ALLOWED'), { method: 'account.verifyEmail' });
  const refused = await ana.send(code, { type: 'submit_code', code: '333333' });
  expect(refused.state).toMatchObject({ step: 'email', ...issue('telegram.email_not_allowed') });
  expect((await give(ana, refused, 'other@example.com')).state).toMatchObject({ delivery: { type: 'email_setup' } });
});

test('email | use_phone → phone', async () => {
  const ana = walk.newPerson();
  const back = await ana.send(await ana.toCode(numberOf('0118', 1)), { type: 'use_phone' });
  expect(back.state).toMatchObject({ step: 'phone', issue: null, storedPhoneMasked: '+99 ••• ••• 118' });
});
