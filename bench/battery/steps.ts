import type { LoginAttempt } from '@botize/contract';
import type { TelegramMethod } from '@botize/login';
import type { Dice } from './dice.ts';
import type { Person, User } from './user.ts';
import { type Aim, begin, hasArrived, say, walk, walkTo } from './walk.ts';

/** A step of a sign-in, ready to be disturbed: everything before it is done. */
export interface Ready {
  /** The request that asks Telegram; null where a click on our own page is all. */
  method: TelegramMethod | null;
  /** Its name on the wire. */
  wire: string;
  /** What has to be fresh when the step is done. */
  atLast?: () => Promise<unknown>;
  /** Does the step, once; may be cut short, and then repeated by `goOn`. */
  act: () => Promise<unknown>;
  /** Goes on from wherever it is, as a person would, until the aim is reached. */
  goOn: () => Promise<void>;
  /** Codes that the person may have had to ask for beyond the first: none where the step is not about codes. */
  codesAtMost: number;
}

export interface Stage {
  user: User;
  dice: Dice;
  /** Only variants of a step that ask Telegram. */
  asksTelegram?: boolean;
  /** A new number in this lane, registered at Telegram. */
  person(more?: Partial<Omit<Person, 'phone'>>): Promise<Person>;
}

const wires: Partial<Record<TelegramMethod, string>> = {
  exportLoginToken: 'auth.exportLoginToken',
  importLoginToken: 'auth.importLoginToken',
  sendCode: 'auth.sendCode',
  resendCode: 'auth.resendCode',
  signIn: 'auth.signIn',
  passwordHint: 'account.getPassword',
  checkPassword: 'auth.checkPassword',
  sendEmailCode: 'account.sendVerifyEmailCode',
  getSelf: 'users.getUsers',
  logOut: 'auth.logOut',
};

const on = (step: LoginAttempt['state']['step']) => (attempt: LoginAttempt) => attempt.state.step === step;
const asks = (method: TelegramMethod) => ({ method, wire: wires[method] ?? method });
const codeOf = async ({ user }: Stage, { phone }: Person) => (await user.lane.control.code(phone)) ?? '00000';

const arrive = (user: User, aim: Aim) => async () => void (await walk(user, await user.current(), aim));

async function create(stage: Stage): Promise<Ready> {
  const { user } = stage;
  const aim = { person: await stage.person() };
  return { ...asks('exportLoginToken'), act: () => begin(user, aim), goOn: arrive(user, aim), codesAtMost: 1 };
}

async function submitPhone(stage: Stage): Promise<Ready> {
  const { user, dice } = stage;
  const aim = { person: await stage.person({ dcId: dice.pick([2, 2, 1, 3]) }) };
  const attempt = await walkTo(user, { ...aim, until: on('phone') });
  const act = () => say(user, attempt, { type: 'submit_phone', phone: aim.person.phone });
  return { ...asks('sendCode'), act, goOn: arrive(user, aim), codesAtMost: 3 };
}

async function resend(stage: Stage): Promise<Ready> {
  const { user } = stage;
  const aim = { person: await stage.person({ scenario: 'next_at_once' }) };
  const attempt = await walkTo(user, { ...aim, until: on('code') });
  return {
    ...asks('resendCode'),
    act: () => say(user, attempt, { type: 'resend_code' }),
    goOn: arrive(user, aim),
    codesAtMost: 4,
  };
}

async function submitCode(stage: Stage): Promise<Ready> {
  const { user, dice } = stage;
  const aim = { person: await stage.person({ dcId: dice.pick([2, 2, 1]) }) };
  const attempt = await walkTo(user, { ...aim, until: on('code') });
  const code = await codeOf(stage, aim.person);
  return {
    ...asks('signIn'),
    act: () => say(user, attempt, { type: 'submit_code', code }),
    goOn: arrive(user, aim),
    codesAtMost: 1,
  };
}

async function codeToPassword(stage: Stage): Promise<Ready> {
  const { user, dice } = stage;
  const aim = { person: await stage.person({ password: 'correct horse' }) };
  const attempt = await walkTo(user, { ...aim, until: on('code') });
  const code = await codeOf(stage, aim.person);
  const act = () => say(user, attempt, { type: 'submit_code', code });
  return { ...asks(dice.pick(['signIn', 'passwordHint'])), act, goOn: arrive(user, aim), codesAtMost: 1 };
}

async function submitPassword(stage: Stage): Promise<Ready> {
  const { user } = stage;
  const aim = { person: await stage.person({ password: ' pass  word ' }) };
  const attempt = await walkTo(user, { ...aim, until: on('password') });
  const act = () => say(user, attempt, { type: 'submit_password', password: ' pass  word ' });
  return { ...asks('checkPassword'), act, goOn: arrive(user, aim), codesAtMost: 1 };
}

async function showQr(stage: Stage): Promise<Ready> {
  const { user, dice } = stage;
  const person = await stage.person();
  // Beside the number the token of the credentials check is shown, and Telegram isn't asked.
  const from = stage.asksTelegram === true ? 'code' : dice.pick(['phone', 'code'] as const);
  const attempt = await walkTo(user, { person, until: on(from) });
  const aim = { person, byQr: dice.chance(0.7) };
  return {
    ...(from === 'code' ? asks('exportLoginToken') : { method: null, wire: '' }),
    act: () => say(user, attempt, { type: 'show_qr' }),
    goOn: arrive(user, aim),
    codesAtMost: 2,
  };
}

async function qrApproved(stage: Stage): Promise<Ready> {
  const { user, dice } = stage;
  const isAbroad = dice.chance(0.4);
  const person = await stage.person({ dcId: isAbroad ? 1 : 2, password: dice.chance(0.3) ? 'correct horse' : null });
  const aim = { person, byQr: true };
  const withQr = ({ state }: LoginAttempt) => state.step === 'phone' && state.qr?.paused === false;
  const act = async () => {
    const shown = await walkTo(user, { ...aim, until: withQr });
    const listening = user.listen(shown, 6_000);
    if (shown.state.step === 'phone' && shown.state.qr !== null)
      await user.lane.control.approve(shown.state.qr.url, person.phone);
    await listening;
  };
  const atLast = () => walkTo(user, { ...aim, until: withQr });
  const method = isAbroad ? dice.pick(['importLoginToken', 'exportLoginToken'] as const) : 'exportLoginToken';
  return { ...asks(method), atLast, act, goOn: arrive(user, aim), codesAtMost: 0 };
}

async function submitEmail(stage: Stage): Promise<Ready> {
  const { user, dice } = stage;
  const aim = { person: await stage.person({ scenario: dice.pick(['email_setup_then_app', 'email_setup']) }) };
  const attempt = await walkTo(user, { ...aim, until: on('email') });
  const act = () => say(user, attempt, { type: 'submit_email', email: `${user.id}@example.com` });
  return { ...asks('sendEmailCode'), act, goOn: arrive(user, aim), codesAtMost: 6 };
}

async function connected(stage: Stage): Promise<{ person: Person; connectionId: string }> {
  const person = await stage.person();
  await walk(stage.user, null, { person });
  const connection = await stage.user.connectionTo(person);
  if (connection === null) throw new Error('connected, and no connection');
  return { person, connectionId: connection.id };
}

const again = (connectionId: string) => ({ credentials: { fromConnection: connectionId }, connectionId });

async function confirmAccount(stage: Stage): Promise<Ready> {
  const { user, dice } = stage;
  const { connectionId } = await connected(stage);
  const decision = stage.asksTelegram === true ? 'discard' : dice.pick(['add', 'discard'] as const);
  const aim: Aim = { person: await stage.person(), start: again(connectionId), decision };
  const attempt = await walkTo(user, { ...aim, until: on('confirm_account') });
  const act = () => say(user, attempt, { type: 'confirm_account', decision });
  const wanted = decision === 'add';
  const discarded = async () => {
    const now = await user.current();
    if (now?.state.step === 'confirm_account') await say(user, now, { type: 'confirm_account', decision });
    const open = await user.current();
    if (open !== null) await cancel(user, open);
    if (await hasArrived(user, aim)) throw new Error('kept, though it was discarded');
  };
  const goOn = wanted ? arrive(user, aim) : discarded;
  return wanted
    ? { method: null, wire: '', act, goOn, codesAtMost: 2 }
    : { ...asks('logOut'), act, goOn, codesAtMost: 2 };
}

async function cancel(user: User, { id }: LoginAttempt): Promise<void> {
  while ((await user.send('DELETE', `/api/attempts/${id}`)).status !== 204);
}

async function reconnect(stage: Stage): Promise<Ready> {
  const { user } = stage;
  const { person, connectionId } = await connected(stage);
  const aim: Aim = { person, start: again(connectionId), generation: 2 };
  const attempt = await walkTo(user, { ...aim, until: on('code') });
  const code = await codeOf(stage, person);
  return {
    ...asks('signIn'),
    act: () => say(user, attempt, { type: 'submit_code', code }),
    goOn: arrive(user, aim),
    codesAtMost: 2,
  };
}

async function check(stage: Stage): Promise<Ready> {
  const { user } = stage;
  const { person, connectionId } = await connected(stage);
  const act = () => user.send('POST', `/api/connections/${connectionId}/check`);
  const goOn = async () => {
    for (const end = Date.now() + 60_000; Date.now() < end;) {
      const { status, body } = await act();
      const outcome = status === 200 ? (body as { lastCheck: { outcome: string } | null }).lastCheck?.outcome : null;
      if (outcome === 'ok') return;
      const connection = await user.connectionTo(person);
      // Some faults kill the key for good: then the person connects again.
      if (connection?.status === 'needs_reconnect')
        return arrive(user, { person, start: again(connectionId), generation: 2 })();
    }
    throw new Error('never checked');
  };
  return { ...asks('getSelf'), act, goOn, codesAtMost: 2 };
}

async function disconnect(stage: Stage): Promise<Ready> {
  const { user } = stage;
  const { person, connectionId } = await connected(stage);
  const act = () => user.send('DELETE', `/api/connections/${connectionId}`);
  const goOn = async () => {
    for (const end = Date.now() + 60_000; Date.now() < end;) {
      const { status } = await act();
      if (status === 404 && (await user.connectionTo(person)) === null) return;
    }
    throw new Error('never disconnected');
  };
  return { ...asks('logOut'), act, goOn, codesAtMost: 1 };
}

/** The thirteen steps. */
export const steps = {
  create,
  submit_phone: submitPhone,
  resend,
  submit_code: submitCode,
  'code→password': codeToPassword,
  submit_password: submitPassword,
  show_qr: showQr,
  'QR approved': qrApproved,
  submit_email: submitEmail,
  confirm_account: confirmAccount,
  reconnect,
  check,
  disconnect,
} satisfies Record<string, (stage: Stage) => Promise<Ready>>;

export type StepName = keyof typeof steps;
export const stepNames = Object.keys(steps) as StepName[];
