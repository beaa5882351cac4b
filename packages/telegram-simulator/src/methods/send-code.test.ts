import { beforeEach, describe, expect, test } from 'vitest';
import { createRig, credentials, sendCodeTo, type Rig } from './testing/rig.ts';

let rig: Rig;
const marta = '+34612345678';
beforeEach(async () => {
  rig = await createRig();
});

describe('auth.sendCode', () => {
  test('puts a code on the phone and says how it comes', async () => {
    const sent = await rig.sendCode('34 612-345-678');
    expect(sent).toMatchObject({
      type: { _: 'auth.sentCodeTypeApp', length: 5 },
      next_type: { _: 'auth.codeTypeSms' },
      timeout: 60,
    });
    const [message] = rig.state.messages.list(marta, 1);
    expect(message).toMatchObject({ kind: 'app', codeHash: sent['phone_code_hash'] });
    expect(message?.code).toMatch(/^\d{5}$/);
  });

  test('sends a number to its own data centre', async () => {
    expect(await rig.refusal(sendCodeTo('+212600000873'))).toBe('303 PHONE_MIGRATE_1');
    expect((await rig.sendCode('+212600000873', { dcId: 1 }))._).toBe('auth.sentCode');
    expect(rig.state.journal.list({ method: 'auth.sendCode' }).map(({ outcome }) => outcome)).toEqual([
      'PHONE_MIGRATE_1',
      'auth.sentCode',
    ]);
  });

  test.for([
    ['123', '400 PHONE_NUMBER_INVALID'],
    ['not a number', '400 PHONE_NUMBER_INVALID'],
    ['+9996690000', '400 PHONE_NUMBER_INVALID'],
    ['+34600111741', '420 FLOOD_WAIT_2940'],
  ])('%s is refused: %s', async ([phone, refusal]) => {
    expect(await rig.refusal(sendCodeTo(phone as string))).toBe(refusal);
  });

  test('credentials come first', async () => {
    const wrong = { ...sendCodeTo(marta), api_hash: 'f'.repeat(32) };
    expect(await rig.refusal(wrong)).toBe('400 API_ID_INVALID');
    expect(await rig.refusal({ ...wrong, api_id: 2040 })).toBe('400 API_ID_PUBLISHED_FLOOD');
    expect(await rig.refusal({ ...wrong, api_id: 777, api_hash: credentials.api_hash })).toBe('400 API_ID_INVALID');
  });

  test('a banned number gets no code', async () => {
    rig.state.accounts.save({ phone: marta, dcId: 2, firstName: 'Marta', status: 'banned' }, 0);
    expect(await rig.refusal(sendCodeTo(marta))).toBe('400 PHONE_NUMBER_BANNED');
  });
});

describe('auth.resendCode', () => {
  const resend = (phone: string, hash: unknown) => ({
    _: 'auth.resendCode',
    phone_number: phone,
    phone_code_hash: hash,
  });

  test('waits for its time, then goes the next way under a new hash, until none is left', async () => {
    const sent = await rig.sendCode(marta);
    expect(await rig.refusal(resend(marta, sent['phone_code_hash']))).toBe('420 FLOOD_WAIT_60');
    rig.pass(60_000);
    const second = await rig.ask(resend(marta, sent['phone_code_hash']));
    expect(second['type']).toEqual({ _: 'auth.sentCodeTypeSms', length: 5 });
    expect(second['phone_code_hash']).not.toBe(sent['phone_code_hash']);
    expect(second).not.toHaveProperty('next_type');
    expect(await rig.refusal(resend(marta, sent['phone_code_hash']))).toBe('400 PHONE_CODE_EXPIRED');
    expect(await rig.refusal(resend(marta, second['phone_code_hash']))).toBe('406 SEND_CODE_UNAVAILABLE');
  });

  test('needs a hash', async () => {
    expect(await rig.refusal(resend(marta, ''))).toBe('400 PHONE_CODE_HASH_EMPTY');
    expect(await rig.refusal(resend(marta, 'unheard of'))).toBe('400 PHONE_CODE_EXPIRED');
  });
});

test('auth.cancelCode makes the code useless', async () => {
  const sent = await rig.sendCode(marta);
  const cancel = { _: 'auth.cancelCode', phone_number: marta, phone_code_hash: sent['phone_code_hash'] };
  const code = rig.state.codes.newestLive(marta, 0)?.code ?? '';
  expect((await rig.ask(cancel))._).toBe('true');
  expect(await rig.refusal(rig.signIn(marta, sent, code))).toBe('400 PHONE_CODE_EXPIRED');
});
