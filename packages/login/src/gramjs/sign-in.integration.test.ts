import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TelegramGateway } from '../ports/telegram-gateway.ts';
import { createGramjsGateway } from './index.ts';
import { answerAs, answerOf } from './testing/expect-answer.ts';
import { askForCode, freshKey } from './testing/sign-in-steps.ts';
import { numberOf, onKey, startStand, type Stand } from './testing/stand.ts';

let stand: Stand;
let gateway: TelegramGateway;

beforeAll(async () => {
  stand = await startStand();
  gateway = createGramjsGateway({ network: stand.network, log: { info: () => {}, warn: () => {} } });
});
afterAll(async () => {
  await gateway.close();
  await stand.close();
});

const refusalOf = (name: string) => ({ kind: 'refused', error: expect.objectContaining({ name }) });

describe('signing in with a code', () => {
  it('goes from a fresh key to an account and out again', async () => {
    const phone = numberOf('0001');
    const { on, sent, request } = await askForCode(gateway, phone);
    expect(sent).toMatchObject({ delivery: { type: 'app', length: 5 }, next: { type: 'sms', afterSeconds: 60 } });
    expect(await gateway.call(on, 'getSelf', {})).toEqual(refusalOf('AUTH_KEY_UNREGISTERED'));

    const wrong = await gateway.call(on, 'signIn', { ...request, code: '0', by: 'phone' });
    expect(wrong).toMatchObject({ error: { code: 'telegram.phone_code_invalid', policy: 'retry-input' } });
    const right = await gateway.call(on, 'signIn', { ...request, code: await stand.code(phone), by: 'phone' });
    const { account, setUpPassword } = answerAs(right, 'authorized');
    expect(account).toEqual({ id: expect.stringMatching(/^\d+$/), name: 'Test 20001', username: 'test_20001', phone });
    expect(setUpPassword).toBe(false);
    const authKeyId = gateway.authKeyId(on.session);
    expect(await stand.authorizedKeys()).toContain(authKeyId);
    expect(await stand.devices(phone)).toMatchObject([{ authKeyId, deviceModel: 'Botize', appVersion: '0.1.0' }]);

    expect(answerOf(await gateway.call(on, 'getSelf', {})).account).toEqual(account);
    expect(answerOf(await gateway.call(on, 'logOut', {}))).toEqual({ kind: 'done' });
    expect(await stand.authorizedKeys()).not.toContain(gateway.authKeyId(on.session));
  });

  it('goes on with the stored session after the client is gone', async () => {
    const phone = numberOf('0002');
    const { on, request } = await askForCode(gateway, phone);
    await gateway.release(on.key);
    const code = await stand.code(phone);
    answerAs(await gateway.call(on, 'signIn', { ...request, code, by: 'phone' }), 'authorized');
  });

  it('uses the other delivery with a new hash, and cancels', async () => {
    const { on, request } = await askForCode(gateway, numberOf('0119'));
    const again = answerAs(await gateway.call(on, 'resendCode', request), 'code_sent');
    expect(again.delivery).toEqual({ type: 'sms', length: 5 });
    expect(again.phoneCodeHash).not.toBe(request.phoneCodeHash);
    const cancelled = await gateway.call(on, 'cancelCode', { ...request, phoneCodeHash: again.phoneCodeHash });
    expect(answerOf(cancelled)).toEqual({ kind: 'done' });
  });

  it.each([
    ['0101', { type: 'sms', length: 5 }],
    ['0102', { type: 'sms_word', beginning: 'l' }],
    ['0103', { type: 'sms_phrase', beginning: 'three' }],
    ['0111', { type: 'sms_word', beginning: null }],
    ['0104', { type: 'call', length: 5 }],
    ['0105', { type: 'missed_call', prefix: expect.any(String), length: expect.any(Number) }],
    ['0106', { type: 'fragment', url: expect.stringMatching(/^https:\/\/fragment\.com\//), length: 5 }],
    ['0107', { type: 'email_code', pattern: expect.stringContaining('@'), length: expect.any(Number) }],
    ['0109', { type: 'firebase', length: 5 }],
    ['0110', { type: 'unknown' }],
  ])('reads the delivery of %s', async (suffix, delivery) => {
    expect((await askForCode(gateway, numberOf(suffix))).sent.delivery).toMatchObject(delivery);
  });

  it.each(['0200', '0212'])('says that there is no account (%s)', async (suffix) => {
    const phone = numberOf(suffix);
    const on = await freshKey(gateway, `attempt:${phone}`);
    const sent = answerOf(await gateway.call(on, 'sendCode', { phone }));
    if (sent.kind !== 'code_sent') return expect(sent).toEqual({ kind: 'sign_up_required' });
    const { phoneCodeHash } = sent;
    const code = await stand.code(phone);
    answerAs(await gateway.call(on, 'signIn', { phone, phoneCodeHash, code, by: 'phone' }), 'sign_up_required');
  });

  it('hears that a password should be set up', async () => {
    const phone = numberOf('0204');
    const { on, request } = await askForCode(gateway, phone);
    const code = await stand.code(phone);
    const answer = await gateway.call(on, 'signIn', { ...request, code, by: 'phone' });
    expect(answerAs(answer, 'authorized').setUpPassword).toBe(true);
  });

  it('tells the country of the network', async () => {
    const on = await freshKey(gateway, 'attempt:country');
    expect(answerOf(await gateway.call(on, 'nearestCountry', {})).country).toMatch(/^[A-Z]{2}$/);
  });
});

describe('signing in by email', () => {
  it('sends the code to the login email, and takes it', async () => {
    const phone = numberOf('0107');
    const { on, request } = await askForCode(gateway, phone);
    const code = await stand.code(phone);
    answerAs(await gateway.call(on, 'signIn', { ...request, code, by: 'email' }), 'authorized');
  });

  it('resets the login email, at once or later', async () => {
    const atOnce = await askForCode(gateway, numberOf('0107', 1), 1);
    const reset = await gateway.call(atOnce.on, 'resetEmail', atOnce.request);
    expect(answerAs(reset, 'code_sent').delivery).toMatchObject({ type: 'sms' });

    const later = await askForCode(gateway, numberOf('0116'));
    const before = Date.now();
    const { delivery } = answerAs(await gateway.call(later.on, 'resetEmail', later.request), 'code_sent');
    if (delivery.type !== 'email_code') return expect.fail(delivery.type);
    expect(delivery.resetPendingAt).toBeGreaterThan(before + 259_190_000);
    expect(delivery.resetPendingAt).toBeLessThan(before + 259_210_000);
  });

  it('sets an email address up first', async () => {
    const phone = numberOf('0118');
    const on = await freshKey(gateway, `attempt:${phone}`);
    const { phoneCodeHash } = answerAs(await gateway.call(on, 'sendCode', { phone }), 'email_required');
    const request = { phone, phoneCodeHash };
    const sent = await gateway.call(on, 'sendEmailCode', { ...request, email: 'ana@example.com' });
    expect(answerOf(sent)).toMatchObject({ kind: 'email_code_sent', length: 6 });
    const code = (await stand.emailCode(phone)) ?? '';
    const verified = answerAs(await gateway.call(on, 'verifyEmail', { ...request, code }), 'code_sent');
    expect(verified.delivery.type).toBe('app');
  });
});

describe('the cloud password', () => {
  async function untilPassword(suffix: string) {
    const phone = numberOf(suffix);
    const { on, request } = await askForCode(gateway, phone);
    const answer = await gateway.call(on, 'signIn', { ...request, code: await stand.code(phone), by: 'phone' });
    expect(answer).toMatchObject({ error: { name: 'SESSION_PASSWORD_NEEDED', policy: 'next-step' } });
    return { on, phone };
  }

  it('is hinted at, refused when wrong, and taken when right', async () => {
    const { on } = await untilPassword('0202');
    expect(answerOf(await gateway.call(on, 'passwordHint', {}))).toEqual({ hint: 'a battery staple' });
    expect(await gateway.call(on, 'getSelf', {})).toEqual(refusalOf('SESSION_PASSWORD_NEEDED'));
    expect(await gateway.call(on, 'checkPassword', { password: 'wrong' })).toEqual(refusalOf('PASSWORD_HASH_INVALID'));
    answerAs(await gateway.call(on, 'checkPassword', { password: 'correct horse' }), 'authorized');
  });

  it('is passed on verbatim', async () => {
    const { on } = await untilPassword('0210');
    expect(await gateway.call(on, 'checkPassword', { password: 'Pässwörd ✓' })).toEqual(
      refusalOf('PASSWORD_HASH_INVALID'),
    );
    answerAs(await gateway.call(on, 'checkPassword', { password: ' Pässwörd ✓ ' }), 'authorized');
  });

  it.each([
    ['0501', 'SRP_ID_INVALID'],
    ['0502', 'SRP_PASSWORD_CHANGED'],
  ])('is proved once a call, each time with fresh parameters (%s)', async (suffix, name) => {
    const { on } = await untilPassword(suffix);
    const before = await stand.timesAsked('auth.checkPassword');
    expect(await gateway.call(on, 'checkPassword', { password: 'correct horse' })).toEqual(refusalOf(name));
    expect(await stand.timesAsked('auth.checkPassword')).toBe(before + 1);
    answerAs(await gateway.call(on, 'checkPassword', { password: 'correct horse' }), 'authorized');
  });
});

describe('another data centre', () => {
  it('is followed with a new key, on which the request works', async () => {
    const phone = numberOf('0003', 3);
    const on = await freshKey(gateway, 'attempt:migrates');
    const result = await gateway.call(on, 'sendCode', { phone });
    if (result.kind !== 'migrated') return expect.fail(result.kind);
    expect(result.dcId).toBe(3);
    expect(gateway.authKeyId(result.session)).not.toBe(gateway.authKeyId(on.session));

    const there = onKey(on.key, result.session);
    const { phoneCodeHash } = answerAs(await gateway.call(there, 'sendCode', { phone }), 'code_sent');
    const code = await stand.code(phone);
    answerAs(await gateway.call(there, 'signIn', { phone, phoneCodeHash, code, by: 'phone' }), 'authorized');
    expect(await stand.authorizedKeys()).toContain(gateway.authKeyId(result.session));
  });

  it('that is not in the network is not dialled', async () => {
    const opened = await gateway.openKey({ key: 'attempt:dc9', credentials: { apiId: 1, apiHash: 'x' }, dcId: 9 });
    expect(opened).toEqual({ kind: 'unreachable' });
  });
});

describe('QR', () => {
  it('is approved while somebody watches', async () => {
    const on = await freshKey(gateway, 'attempt:qr');
    const { token, expiresAt } = answerAs(await gateway.call(on, 'exportLoginToken', {}), 'token');
    expect(expiresAt - Date.now()).toBeGreaterThan(25_000);
    expect(expiresAt - Date.now()).toBeLessThan(31_000);
    const approved = new Promise(
      (resolve) => void gateway.watchLoginToken(on, resolve).then((stop) => stops.push(stop)),
    );
    const stops: (() => void)[] = [];
    await expect.poll(() => stops.length).toBe(1);
    const probes = await stand.timesAsked('users.getUsers');
    await stand.approveQr(token, numberOf('0004'));
    expect(await approved).toBe('approved');
    expect(await stand.timesAsked('users.getUsers')).toBe(probes);
    answerAs(await gateway.call(on, 'exportLoginToken', {}), 'authorized');
    stops[0]?.();
  });

  it('is heard of, though it was approved before anybody watched', async () => {
    const on = await freshKey(gateway, 'attempt:qr-early');
    const { token } = answerAs(await gateway.call(on, 'exportLoginToken', {}), 'token');
    await stand.approveQr(token, numberOf('0009'));
    answerOf(await gateway.call(on, 'nearestCountry', {}));
    const heard: string[] = [];
    const stop = await gateway.watchLoginToken(on, (event) => heard.push(event));
    await expect.poll(() => heard).toEqual(['approved']);
    stop();
    answerAs(await gateway.call(on, 'exportLoginToken', {}), 'authorized');
    const again: string[] = [];
    const stopAgain = await gateway.watchLoginToken(on, (event) => again.push(event));
    answerOf(await gateway.call(on, 'nearestCountry', {}));
    expect(again).toEqual([]);
    stopAgain();
  });

  it('leads to another data centre', async () => {
    const on = await freshKey(gateway, 'attempt:qr-migrates');
    const { token } = answerAs(await gateway.call(on, 'exportLoginToken', {}), 'token');
    await stand.approveQr(token, numberOf('0005', 1));
    const migrate = answerAs(await gateway.call(on, 'exportLoginToken', {}), 'migrate');
    const there = await freshKey(gateway, on.key, migrate.dcId);
    const answer = await gateway.call(there, 'importLoginToken', { token: migrate.token });
    expect(answerAs(answer, 'authorized').account.phone).toBe(numberOf('0005', 1));
  });

  it('of somebody with a password asks for it', async () => {
    const on = await freshKey(gateway, 'attempt:qr-password');
    const { token } = answerAs(await gateway.call(on, 'exportLoginToken', {}), 'token');
    await stand.approveQr(token, numberOf('0202'));
    expect(await gateway.call(on, 'exportLoginToken', {})).toEqual(refusalOf('SESSION_PASSWORD_NEEDED'));
    answerAs(await gateway.call(on, 'checkPassword', { password: 'correct horse' }), 'authorized');
  });

  it('expires by our clock, however wrong Telegram’s is', async () => {
    await stand.skewClock(3_600);
    const on = await freshKey(gateway, 'attempt:qr-skew');
    const { expiresAt } = answerAs(await gateway.call(on, 'exportLoginToken', {}), 'token');
    expect(Math.abs(expiresAt - Date.now() - 30_000)).toBeLessThan(3_000);
    await gateway.release(on.key);
    await stand.skewClock(-3_600);
    const again = answerAs(await gateway.call(on, 'exportLoginToken', {}), 'token');
    expect(Math.abs(again.expiresAt - Date.now() - 30_000)).toBeLessThan(3_000);
    await stand.skewClock(0);
  });
});
