import { describe, expect, test } from 'vitest';
import { refusal } from '../testing/refusal.ts';
import { now } from '../testing/sign-ins.ts';
import { issueOf, kindOf, type RefusalKind } from './refusals.ts';

const meanings: [RefusalKind, string[]][] = [
  ['password_needed', ['SESSION_PASSWORD_NEEDED']],
  ['bad_credentials', ['API_ID_INVALID', 'CONNECTION_API_ID_INVALID', 'API_ID_PUBLISHED_FLOOD']],
  ['not_authorized', ['AUTH_KEY_UNREGISTERED']],
  ['dead_key', ['AUTH_KEY_EMPTY', 'SESSION_REVOKED', 'SESSION_EXPIRED', 'AUTH_KEY_DUPLICATED']],
  ['wrong_code', ['PHONE_CODE_INVALID', 'PHONE_CODE_EMPTY', 'CODE_INVALID', 'CODE_EMPTY']],
  ['wrong_password', ['PASSWORD_HASH_INVALID']],
  [
    'code_expired',
    [
      'PHONE_CODE_EXPIRED',
      'PHONE_CODE_HASH_EMPTY',
      'CODE_HASH_INVALID',
      'PHONE_HASH_EXPIRED',
      'EMAIL_HASH_EXPIRED',
      'EMAIL_VERIFY_EXPIRED',
    ],
  ],
  ['no_account', ['PHONE_NUMBER_UNOCCUPIED']],
  ['account_closed', ['USER_DEACTIVATED', 'USER_DEACTIVATED_BAN', 'FROZEN_METHOD_INVALID']],
  ['bad_number', ['PHONE_NUMBER_INVALID']],
  ['bad_email', ['EMAIL_INVALID', 'EMAIL_NOT_ALLOWED']],
  [
    'try_qr',
    [
      'SEND_CODE_UNAVAILABLE',
      'SMS_CODE_CREATE_FAILED',
      'PHONE_PASSWORD_PROTECTED',
      'PHONE_NUMBER_APP_SIGNUP_FORBIDDEN',
    ],
  ],
  ['cooldown', ['PHONE_NUMBER_FLOOD', 'PHONE_PASSWORD_FLOOD']],
  ['other', ['FLOOD_WAIT', 'PHONE_NUMBER_BANNED']],
];

/** One that Telegram may invent tomorrow. */
const unheardOf = { ...refusal('FLOOD_WAIT').error, name: 'toString' };

test.each(meanings.flatMap(([kind, names]) => names.map((name) => [name, kind] as const)))(
  '%s means %s',
  (name, kind) => {
    expect(kindOf(refusal(name).error)).toBe(kind);
  },
);

test('one that nobody has heard of means what its policy says', () => {
  expect(kindOf(unheardOf)).toBe('other');
  expect(kindOf({ ...unheardOf, policy: 'cooldown-24h' })).toBe('cooldown');
  expect(kindOf({ ...unheardOf, policy: 'dead-session' })).toBe('dead_key');
});

describe('it is in doubt whether anything happened', () => {
  test.each([500, 503, -500, -503])('with the status %i', (status) => {
    expect(kindOf({ ...unheardOf, status })).toBe('doubtful');
  });
  test.each(['retry-bounded', 'auto-retry'] as const)('with the policy %s', (policy) => {
    expect(kindOf({ ...unheardOf, policy })).toBe('doubtful');
  });
  test.each([499, 400, 0, -404, -499])('not with the status %i', (status) => {
    expect(kindOf({ ...unheardOf, status })).toBe('other');
  });
});

describe('the issue', () => {
  test('says when to come again, if that is known', () => {
    expect(issueOf(refusal('FLOOD_WAIT').error, now)).toEqual({ code: 'telegram.flood_wait', retryAt: null });
    expect(issueOf(refusal('FLOOD_WAIT', { waitSeconds: 7 }).error, now).retryAt).toBe(now + 7_000);
    expect(issueOf(refusal('PHONE_NUMBER_FLOOD').error, now).retryAt).toBe(now + 86_400_000);
    expect(issueOf(refusal('PHONE_NUMBER_FLOOD', { waitSeconds: 9 }).error, now).retryAt).toBe(now + 9_000);
  });
  test('repeats the words of Telegram, up to a length', () => {
    const { text } = issueOf(refusal('UPDATE_APP_TO_LOGIN', { text: 'x'.repeat(501) }).error, now);
    expect(text).toBe('x'.repeat(500));
  });
});
