import fc from 'fast-check';

/** One thing that somebody does, or that happens. Numbers are turned into what they mean when it is done. */
export type Deed =
  | { type: 'start'; from: 'typed' | 'connection' }
  | { type: 'phone'; who: Who | 'nobody' }
  | { type: 'code' | 'password'; right: boolean }
  | { type: 'resend' | 'email' | 'qr' | 'use_phone' | 'cancel' | 'check' | 'disconnect' | 'repeat' | 'stale' }
  | { type: 'approve'; who: Who }
  | { type: 'confirm'; decision: 'add' | 'discard' }
  /** Two tabs send the same at the same time. */
  | { type: 'both_tabs'; deed: 'code' | 'phone' | 'qr' }
  | { type: 'time'; seconds: number }
  | { type: 'rounds' }
  /** The next deed is done by a process that dies at its n-th step. */
  | { type: 'death'; at: number; when: 'before' | 'after' }
  | { type: 'lost_answer'; method: (typeof losable)[number] }
  | { type: 'offline' | 'online' }
  /** The store refuses the next so many commits. */
  | { type: 'full_disk'; commits: number };

/** Without a password; with one, in another data centre; has to give an email address first. */
export type Who = 'plain' | 'careful' | 'mailer';
export type Losable = (typeof losable)[number];
const losable = ['sendCode', 'signIn', 'checkPassword', 'exportLoginToken', 'resendCode', 'logOut', 'getSelf'] as const;

const who = fc.constantFrom<Who>('plain', 'plain', 'careful', 'mailer');
const plainDeed = <T extends Deed['type']>(...types: T[]) =>
  fc.constantFrom(...types).map((type) => ({ type }) as Deed);

/** Likely things often, so that most sequences get far; unlikely ones often enough. */
export const deeds: fc.Arbitrary<Deed[]> = fc.array(
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom('typed', 'typed', 'connection').map((from) => ({ type: 'start', from }) as Deed),
    },
    {
      weight: 6,
      arbitrary: fc
        .oneof(who, who, who, fc.constant('nobody' as const))
        .map((whom) => ({ type: 'phone', who: whom }) as Deed),
    },
    { weight: 7, arbitrary: fc.boolean().map((wrong) => ({ type: 'code', right: !wrong }) as Deed) },
    { weight: 4, arbitrary: fc.boolean().map((wrong) => ({ type: 'password', right: !wrong }) as Deed) },
    { weight: 5, arbitrary: plainDeed('resend', 'email', 'qr', 'use_phone', 'repeat', 'stale') },
    { weight: 1, arbitrary: plainDeed('cancel', 'check', 'disconnect') },
    { weight: 2, arbitrary: who.map((whom) => ({ type: 'approve', who: whom }) as Deed) },
    {
      weight: 2,
      arbitrary: fc.constantFrom('add', 'discard').map((decision) => ({ type: 'confirm', decision }) as Deed),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom('code', 'phone', 'qr').map((deed) => ({ type: 'both_tabs', deed }) as Deed),
    },
    { weight: 2, arbitrary: fc.constantFrom(1, 20, 65, 2_000).map((seconds) => ({ type: 'time', seconds }) as Deed) },
    { weight: 2, arbitrary: plainDeed('rounds') },
    {
      weight: 2,
      arbitrary: fc.record({
        type: fc.constant('death' as const),
        at: fc.integer({ min: 1, max: 14 }),
        when: fc.constantFrom('before' as const, 'after' as const),
      }),
    },
    { weight: 2, arbitrary: fc.constantFrom(...losable).map((method) => ({ type: 'lost_answer', method }) as Deed) },
    { weight: 1, arbitrary: plainDeed('offline', 'online') },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 2 }).map((commits) => ({ type: 'full_disk', commits }) as Deed) },
  ),
  { minLength: 4, maxLength: 24, size: 'max' },
);
