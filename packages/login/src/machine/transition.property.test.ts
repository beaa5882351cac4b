import { LoginAttempt, messageCodes, type Step } from '@botize/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ErrorPolicy, TelegramAccount, TelegramMethod } from '../ports/telegram-gateway.ts';
import {
  bob,
  eve,
  now,
  onCode,
  onConfirm,
  onEmail,
  onPassword,
  onPhone,
  signInAt,
  withQr,
} from '../testing/sign-ins.ts';
import type { SignInEvent } from './events.ts';
import type { SignIn } from './sign-in.ts';
import { toPublic } from './to-public.ts';
import { transition } from './transition.ts';

const secrets = {
  phoneCodeHash: 'SECRET-HASH',
  session: 'SECRET-SESSION',
  apiHash: '5ec2e75ec2e75ec2e75ec2e75ec2e75e',
};
const numbers = ['+34612345678', '+9996612345', '+88812345678', '+1202555', '+447911123456'];

const phone = fc.constantFrom(...numbers);
const account = fc.constantFrom(bob, eve);
const method = fc.constantFrom<TelegramMethod[]>(
  'sendCode',
  'resendCode',
  'signIn',
  'exportLoginToken',
  'importLoginToken',
  'sendEmailCode',
  'verifyEmail',
  'resetEmail',
  'checkPassword',
  'getSelf',
  'passwordHint',
);
const policies: ErrorPolicy[] = [
  'retry-input',
  'next-step',
  'restart',
  'restart-qr',
  'auto-retry',
  'auto-retry-once',
  'retry-after',
  'retry-later',
  'cooldown-24h',
  'retry-bounded',
  'stop',
  'dead-session',
  'operator',
];
const telegramCodes = messageCodes.filter((code) => code.startsWith('telegram.'));
const error = fc
  .record({
    code: fc.constantFrom(...telegramCodes),
    status: fc.constantFrom(400, 401, 406, 420, 500, -503, -404),
    policy: fc.constantFrom(...policies),
    waitSeconds: fc.option(fc.nat(100_000)),
    text: fc.option(fc.string()),
  })
  .map((made) => ({ ...made, name: made.code.slice('telegram.'.length).toUpperCase() }));
const delivery = fc.constantFrom(
  onCode.sent.delivery,
  { type: 'unknown' } as const,
  {
    type: 'email_code',
    pattern: 'a*',
    length: 6,
    resetAvailableAt: now,
    resetPendingAt: null,
  } as const,
);
const outcome = fc.oneof(
  account.map((who) => ({ kind: 'authorized', account: who }) as const),
  fc.constantFrom(
    { kind: 'password_needed' } as const,
    { kind: 'not_authorized' } as const,
    { kind: 'unknown' } as const,
  ),
);
const reason = fc.constantFrom('answer_lost', 'interrupted', 'code_expired', 'before_code', 'attempt_expired');
const { phoneCodeHash, session } = secrets;

const event: fc.Arbitrary<SignInEvent> = fc.oneof(
  fc.record({
    type: fc.constant('code_sent'),
    phone,
    sent: fc.record({
      kind: fc.constant('code_sent'),
      delivery,
      phoneCodeHash: fc.constant(phoneCodeHash),
      next: fc.option(fc.record({ type: fc.constant('sms'), afterSeconds: fc.nat(600) })),
    }),
  }),
  fc.record({ type: fc.constant('email_required'), phone, phoneCodeHash: fc.constant(phoneCodeHash) }),
  fc.record({ type: fc.constant('email_code_sent'), pattern: fc.constant('a***'), length: fc.nat(9) }),
  fc.record({ type: fc.constant('payment_required'), phone }),
  fc.record({ type: fc.constant('authorized'), account, setUpPassword: fc.boolean() }),
  fc.record({ type: fc.constant('token'), token: fc.constant('dG9r'), expiresAt: fc.constant(now + 30_000) }),
  fc.record({ type: fc.constant('refused'), method, error, phone: fc.option(phone) }),
  fc.record({ type: fc.constant('unreachable'), phone: fc.option(phone) }),
  fc.record({ type: fc.constant('unknown'), method, phone: fc.option(phone) }),
  fc.record({ type: fc.constantFrom('key_moved', 'key_opened'), session: fc.constant(session) }),
  fc.record({ type: fc.constant('hint'), hint: fc.option(fc.constant('pet')) }),
  fc.record({ type: fc.constant('probed'), reason, outcome }),
  fc.record({
    type: fc.constant('held_back'),
    code: fc.constant('limit.number_busy'),
    retryAt: fc.constant(now + 1),
    phone: fc.option(phone),
  }),
  fc.record({
    type: fc.constant('finished'),
    connectionId: fc.constant('con_AAAAAAAAAAAAAAAAAAAAAA'),
    outcome: fc.constantFrom('created', 'reconnected'),
    account,
    advice: fc.constant(['confirm_login']),
  }),
  fc.constantFrom(
    ...(
      [
        'sign_up_required',
        'second_migration',
        'phone_wanted',
        'qr_paused',
        'limit_cleared',
        'account_kept',
        'account_discarded',
        'cancelled',
        'expired',
      ] as const
    ).map((type) => ({ type })),
  ),
) as fc.Arbitrary<SignInEvent>;

const beginnings = [onPhone, withQr, onCode, onEmail, onPassword, onConfirm];
const journey = fc.record({
  from: fc.constantFrom(...beginnings),
  events: fc.array(event, { maxLength: 12 }),
  expected: fc.option(account),
});

const made = (from: (typeof beginnings)[number]): SignIn =>
  signInAt(from, { session, credentials: { apiId: 12345, apiHash: secrets.apiHash } });

const shown = (signIn: SignIn) =>
  toPublic({
    id: 'att_AAAAAAAAAAAAAAAAAAAAAA',
    userId: 'u1',
    reference: 'CN-7K3M-Q2WD',
    revision: 1,
    eventId: 1,
    createdAt: now,
    expiresAt: now,
    connectionId: null,
    consent: { version: 'v', locale: null, at: now },
    intent: null,
    signIn,
    replay: null,
  });

/** Every step of a random journey. */
function walk({
  from,
  events,
  expected,
}: {
  from: (typeof beginnings)[number];
  events: SignInEvent[];
  expected: TelegramAccount | null;
}) {
  const steps = [made(from)];
  const effects = [];
  for (const next of events) {
    const move = transition(steps.at(-1) ?? made(from), next, { now, expected });
    steps.push(move.signIn);
    effects.push(move);
  }
  return { steps, effects };
}

test('whatever happens, there is a state that the contract knows, and nothing secret in it', () => {
  fc.assert(
    fc.property(journey, (given) => {
      for (const signIn of walk(given).steps) {
        const text = JSON.stringify(LoginAttempt.parse(shown(signIn)));
        for (const secret of [...Object.values(secrets), ...numbers, ...numbers.map((number) => number.slice(1))])
          expect(text).not.toContain(secret);
      }
    }),
    { numRuns: 500 },
  );
});

test('a key is never forgotten: it is kept, retired or finished, unless it never showed a QR code', () => {
  fc.assert(
    fc.property(journey, (given) => {
      const { steps, effects } = walk(given);
      effects.forEach(({ signIn, effects: wanted }, index) => {
        const before = steps[index];
        if (before?.session === null || before?.session === signIn.session) return;
        const isRetired = wanted.some((effect) => effect.type === 'retire_key' && effect.session === before?.session);
        const isKept = signIn.state.step === 'connected';
        expect(isRetired || isKept || before?.lastTokenExpiresAt === null).toBe(true);
      });
    }),
    { numRuns: 500 },
  );
});

test('an end is final and keeps no key', () => {
  const ends: Step[] = ['connected', 'failed', 'cancelled', 'expired'];
  fc.assert(
    fc.property(journey, (given) => {
      const { steps } = walk(given);
      const end = steps.findIndex(({ state }) => ends.includes(state.step));
      if (end < 0) return;
      expect(steps[end]?.session).toBeNull();
      for (const later of steps.slice(end)) expect(later).toEqual(steps[end]);
    }),
    { numRuns: 500 },
  );
});
