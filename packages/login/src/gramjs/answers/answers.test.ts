import { Api } from 'telegram';
import { returnBigInt } from 'telegram/Helpers.js';
import { describe, expect, it } from 'vitest';
import { toAccount, toAuthorized, toSignedIn } from './account.ts';
import { toDelivery, toNextDelivery } from './delivery.ts';
import { toLoginTokenAnswer } from './login-token.ts';
import { readUnknownSentCode, toEmailVerified, toSendCodeAnswer } from './sent-code.ts';
import { UnexpectedAnswer } from './unexpected-answer.ts';

const times = { now: 1_000_000_000_000, serverAheadMs: 5_000 };
const { auth } = Api;
const user = new Api.User({
  id: returnBigInt(777),
  firstName: 'Bob',
  lastName: 'Ross',
  username: 'bob',
  phone: '34600',
});
const authorization = new auth.Authorization({ user });

describe('toDelivery', () => {
  const cases: [Api.auth.TypeSentCodeType, object][] = [
    [new auth.SentCodeTypeApp({ length: 5 }), { type: 'app', length: 5 }],
    [new auth.SentCodeTypeSms({ length: 6 }), { type: 'sms', length: 6 }],
    [new auth.SentCodeTypeCall({ length: 5 }), { type: 'call', length: 5 }],
    [new auth.SentCodeTypeFirebaseSms({ length: 5 }), { type: 'firebase', length: 5 }],
    [new auth.SentCodeTypeSmsWord({ beginning: 'l' }), { type: 'sms_word', beginning: 'l' }],
    [new auth.SentCodeTypeSmsWord({}), { type: 'sms_word', beginning: null }],
    [new auth.SentCodeTypeSmsPhrase({ beginning: 'three' }), { type: 'sms_phrase', beginning: 'three' }],
    [new auth.SentCodeTypeMissedCall({ prefix: '+1', length: 4 }), { type: 'missed_call', prefix: '+1', length: 4 }],
    [new auth.SentCodeTypeFlashCall({ pattern: '*' }), { type: 'unknown' }],
    [
      new auth.SentCodeTypeFragmentSms({ url: 'https://fragment.com/login', length: 5 }),
      { type: 'fragment', url: 'https://fragment.com/login', length: 5 },
    ],
    [
      new auth.SentCodeTypeEmailCode({ emailPattern: 'a*@b.c', length: 6, resetAvailablePeriod: 60 }),
      { type: 'email_code', pattern: 'a*@b.c', length: 6, resetAvailableAt: times.now + 60_000, resetPendingAt: null },
    ],
    [
      new auth.SentCodeTypeEmailCode({ emailPattern: 'a*@b.c', length: 6, resetPendingDate: 1_000_000_100 }),
      { type: 'email_code', pattern: 'a*@b.c', length: 6, resetAvailableAt: null, resetPendingAt: 1_000_000_095_000 },
    ],
  ];
  it.each(cases)('reads %#', (type, delivery) => {
    expect(toDelivery(type, times)).toEqual(delivery);
  });

  it.each([
    'http://fragment.com/',
    'https://fragment.com.evil.example/',
    'https://a@fragment.com/',
    'javascript:1',
    '',
  ])('does not take %s for Fragment', (url) => {
    expect(toDelivery(new auth.SentCodeTypeFragmentSms({ url, length: 5 }), times)).toEqual({ type: 'unknown' });
  });

  it('reads what comes next', () => {
    const { CodeTypeSms, CodeTypeCall, CodeTypeMissedCall, CodeTypeFragmentSms, CodeTypeFlashCall } = auth;
    const types = [CodeTypeSms, CodeTypeCall, CodeTypeMissedCall, CodeTypeFragmentSms, CodeTypeFlashCall];
    const read = types.map((Type) => toNextDelivery(new Type()));
    expect(read).toEqual(['sms', 'call', 'missed_call', 'fragment', 'unknown']);
  });
});

describe('toSendCodeAnswer', () => {
  const type = new auth.SentCodeTypeApp({ length: 5 });

  it('reads a code that was sent', () => {
    const sent = new auth.SentCode({ type, phoneCodeHash: 'h', nextType: new auth.CodeTypeSms(), timeout: 60 });
    expect(toSendCodeAnswer(sent, times)).toMatchObject({
      phoneCodeHash: 'h',
      next: { type: 'sms', afterSeconds: 60 },
    });
    expect(toSendCodeAnswer(new auth.SentCode({ type, phoneCodeHash: 'h' }), times)).toMatchObject({ next: null });
  });

  it('reads that an email address is wanted', () => {
    const wanted = new auth.SentCode({ type: new auth.SentCodeTypeSetUpEmailRequired({}), phoneCodeHash: 'h' });
    expect(toSendCodeAnswer(wanted, times)).toEqual({ kind: 'email_required', phoneCodeHash: 'h' });
  });

  it('reads a sign-in without a code, and its opposite', () => {
    expect(toSendCodeAnswer(new auth.SentCodeSuccess({ authorization }), times)).toMatchObject({ kind: 'authorized' });
    const nobody = new auth.SentCodeSuccess({ authorization: new auth.AuthorizationSignUpRequired({}) });
    expect(toSendCodeAnswer(nobody, times)).toEqual({ kind: 'sign_up_required' });
  });

  it('reads the code after a verified email, and nothing else', () => {
    const sentCode = new auth.SentCode({ type, phoneCodeHash: 'h' });
    const verified = new Api.account.EmailVerifiedLogin({ email: 'a@b.c', sentCode });
    expect(toEmailVerified(verified, times)).toMatchObject({ kind: 'code_sent' });
    expect(() => toEmailVerified(new Api.account.EmailVerified({ email: 'a@b.c' }), times)).toThrow(UnexpectedAnswer);
  });

  it('knows the payment of later layers by its constructor', () => {
    const asThrown = (invalidConstructorId: number) =>
      Object.assign(new Error('no such type'), { invalidConstructorId });
    expect(readUnknownSentCode(asThrown(0xe0955a3c))).toEqual({ kind: 'payment_required' });
    expect(readUnknownSentCode(asThrown(0xe0955a3c | 0))).toEqual({ kind: 'payment_required' });
    expect(() => readUnknownSentCode(asThrown(1))).toThrow('no such type');
  });
});

describe('accounts', () => {
  it('are read in full', () => {
    expect(toAccount(user)).toEqual({ id: '777', name: 'Bob Ross', username: 'bob', phone: '+34600' });
  });

  it('may lack everything but an id', () => {
    const bare = new Api.User({ id: returnBigInt(1) });
    expect(toAccount(bare)).toEqual({ id: '1', name: '', username: null, phone: null });
  });

  it('may have their username in the list only', () => {
    const usernames = [
      new Api.Username({ username: 'old' }),
      new Api.Username({ active: true, username: 'collectible' }),
    ];
    expect(toAccount(new Api.User({ id: returnBigInt(1), usernames })).username).toBe('collectible');
  });

  it('that are empty are no answer', () => {
    expect(() => toAccount(new Api.UserEmpty({ id: returnBigInt(1) }))).toThrow(UnexpectedAnswer);
    expect(() => toAccount(undefined)).toThrow(UnexpectedAnswer);
  });

  it('come with the advice to set a password', () => {
    expect(toAuthorized(authorization).setUpPassword).toBe(false);
    const advised = new auth.Authorization({ user, setupPasswordRequired: true, otherwiseReloginDays: 7 });
    expect(toAuthorized(advised).setUpPassword).toBe(true);
  });

  it('may not exist, where that can be', () => {
    const signUp = new auth.AuthorizationSignUpRequired({});
    expect(toSignedIn(signUp)).toEqual({ kind: 'sign_up_required' });
    expect(() => toAuthorized(signUp)).toThrow(UnexpectedAnswer);
  });
});

describe('toLoginTokenAnswer', () => {
  const token = Buffer.from([0xff, 0xfe, 0xfd]);

  it('reads a token, with its expiry on our clock', () => {
    const answer = toLoginTokenAnswer(new auth.LoginToken({ expires: 1_000_000_030, token }), times);
    expect(answer).toEqual({ kind: 'token', token: '__79', expiresAt: 1_000_000_025_000 });
  });

  it('reads where to go, and that it is done', () => {
    const migrate = toLoginTokenAnswer(new auth.LoginTokenMigrateTo({ dcId: 3, token }), times);
    expect(migrate).toEqual({ kind: 'migrate', dcId: 3, token: '__79' });
    expect(toLoginTokenAnswer(new auth.LoginTokenSuccess({ authorization }), times)).toMatchObject({
      kind: 'authorized',
    });
  });
});
