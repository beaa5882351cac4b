import type { LoginAttempt } from '@botize/contract';
import { codesAreFew, nothingUnknown } from './oracle.ts';
import type { Stage } from './steps.ts';
import type { Named, Outcome, Suite } from './suite.ts';
import type { Reply, User, Wish } from './user.ts';
import { walk, walkTo } from './walk.ts';

const atOnce = 50;

export const doubleKinds = ['create', 'submit_phone', 'submit_code', 'submit_password', 'resend_code'] as const;
export type DoubleKind = (typeof doubleKinds)[number];

const wires = {
  submit_phone: 'auth.sendCode',
  submit_code: 'auth.signIn',
  submit_password: 'auth.checkPassword',
  resend_code: 'auth.resendCode',
};
const on = (step: LoginAttempt['state']['step']) => (attempt: LoginAttempt) => attempt.state.step === step;

const fifty = (send: () => Promise<Reply>): Promise<Reply[]> => Promise.all(Array.from({ length: atOnce }, send));

function allAlike(user: User, replies: Reply[], what: string): void {
  const different = new Set(replies.map(({ status, body }) => `${status} ${JSON.stringify(body)}`));
  if (different.size > 1)
    user.lane.findings.add('answers differ', `${what}: ${[...different].slice(0, 3).join(' | ')}`);
  const wrong = replies.find(({ status }) => status !== 200);
  if (wrong !== undefined) user.lane.findings.add('not answered', `${what}: ${JSON.stringify(wrong)}`);
}

/** Where Telegram could not be reached nothing was begun, and a person tries again. */
async function fiftyAnswered(user: User): Promise<Reply[]> {
  for (const end = Date.now() + 60_000; ;) {
    const replies = await fifty(() => user.start());
    if (Date.now() > end || !replies.every(({ status }) => status === 503)) return replies;
  }
}

async function createdOnce({ user, person }: Stage): Promise<void> {
  const aim = { person: await person() };
  const replies = await fiftyAnswered(user);
  // One that found Telegram out of reach leaves the next one to try.
  const begun = replies.filter(({ status }) => status !== 503);
  const ids = new Set(begun.map(({ body }) => (body as LoginAttempt | null)?.id));
  const created = replies.filter(({ status }) => status === 201).length;
  if (ids.size !== 1 || created !== 1)
    user.lane.findings.add(
      'begun more than once',
      `${created} created, ${ids.size} ids, first answer ${JSON.stringify(replies[0])}`,
    );
  await walk(user, await user.current(), aim);
}

async function commandedOnce(stage: Stage, kind: Exclude<DoubleKind, 'create'>): Promise<void> {
  const { user } = stage;
  const password = kind === 'submit_password' ? 'correct horse' : null;
  const person = await stage.person({ password, scenario: kind === 'resend_code' ? 'next_at_once' : null });
  const aim = { person };
  const step = kind === 'submit_phone' ? 'phone' : kind === 'submit_password' ? 'password' : 'code';
  const attempt = await walkTo(user, { ...aim, until: on(step) });
  const wish = await wishOf(stage, kind, person);
  const before = await user.requests(wires[kind]);
  allAlike(user, await fifty(() => user.command(attempt, wish)), kind);
  const made = (await user.requests(wires[kind])) - before;
  if (made !== 1) user.lane.findings.add('asked Telegram more than once', `${kind}: ${made} requests`);
  await walk(user, await user.current(), aim);
}

async function wishOf(
  { user }: Stage,
  kind: Exclude<DoubleKind, 'create'>,
  { phone }: { phone: string },
): Promise<Wish> {
  switch (kind) {
    case 'submit_phone':
      return { type: kind, phone };
    case 'submit_code':
      return { type: kind, code: (await user.lane.control.code(phone)) ?? '' };
    case 'submit_password':
      return { type: kind, password: 'correct horse' };
    case 'resend_code':
      return { type: kind };
  }
}

async function double(stage: Stage, kind: DoubleKind): Promise<Outcome> {
  await (kind === 'create' ? createdOnce(stage) : commandedOnce(stage, kind));
  await nothingUnknown(stage.user, kind);
  await codesAreFew(stage.user, kind, kind === 'resend_code' ? 2 : 1);
  return 'held';
}

export const doubles: Suite<DoubleKind> = {
  name: 'doubles',
  deadlineMs: 8_000,
  lanes: 2,
  usersAtOnce: 2,
  staysAlive: true,
  cellOf: (kind) => ({ row: kind, column: `${atOnce} at once` }),
  run: double,
};

export const doubleCases = (times: number): Named<DoubleKind>[] =>
  Array.from({ length: times }, (_, pass) =>
    doubleKinds.map((kind) => ({ id: `double ${pass} ${kind}`, one: kind })),
  ).flat();
