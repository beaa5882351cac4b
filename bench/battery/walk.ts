import { setTimeout as pause } from 'node:timers/promises';
import { isTerminal, type LoginAttempt } from '@botize/contract';
import type { Person, Reply, User, Wish } from './user.ts';

/** What this user wants in the end, and who they sign in as. */
export interface Aim {
  person: Person;
  /** Whether a code is scanned rather than a number typed. */
  byQr?: boolean;
  decision?: 'add' | 'discard';
  /** More of `POST /api/attempts`. */
  start?: object;
  /** The connection has been made at least so often. */
  generation?: number;
  /** The walk ends here, before anything is sent in this step. */
  until?: (attempt: LoginAttempt) => boolean;
}

/** Of a person at a server that lives. Where others have it killed all the time, no QR code may live long enough. */
const patienceMs = 180_000;

/** True while somebody has patience; each new life of the server renews it. */
function patient({ lane }: User): () => boolean {
  let lives = lane.lives;
  let end = Date.now() + patienceMs;
  return () => {
    if (lane.lives !== lives) end = Date.now() + patienceMs;
    lives = lane.lives;
    return Date.now() < end;
  };
}

const againMs = 150;

const attemptIn = ({ body }: Reply): LoginAttempt | null => {
  if (typeof body !== 'object' || body === null) return null;
  if ('state' in body) return body as LoginAttempt;
  return 'attempt' in body ? (body.attempt as LoginAttempt) : null;
};

/** A key that Telegram called unknown while the pair was checked: the next try makes another key. */
const isDeadKey = ({ body }: Reply) => (body as { code?: string } | null)?.code === 'telegram.transport_error_404';

/** Refusals that say: later. Anything else is told as it is. */
const isLater = ({ status }: Reply) => status === 503 || status === 429 || status === 409;

/** The open attempt, begun if there is none. */
export async function begin(user: User, aim: Aim): Promise<LoginAttempt> {
  for (const goesOn = patient(user); goesOn(); await pause(againMs)) {
    const reply = await user.start(aim.start);
    if (reply.status === 200 || reply.status === 201) return reply.body as LoginAttempt;
    const open = attemptIn(reply);
    if (open !== null) return open;
    if (!isLater(reply) && !isDeadKey(reply)) throw new Error(`start: ${reply.status} ${JSON.stringify(reply.body)}`);
  }
  throw new Error('no attempt could be begun');
}

/** Sends one wish until the attempt has been moved by it or by something else; answers the attempt then. */
export async function say(user: User, attempt: LoginAttempt, wish: Wish): Promise<LoginAttempt | null> {
  for (const goesOn = patient(user); goesOn(); await pause(againMs)) {
    const reply = await user.command(attempt, wish);
    if (reply.status === 200) return reply.body as LoginAttempt;
    const now = attemptIn(reply);
    if (now !== null && (now.revision !== attempt.revision || isTerminal(now.state.step))) return now;
    if (reply.status === 404) return null;
    if (!isLater(reply)) throw new Error(`${wish.type}: ${reply.status} ${JSON.stringify(reply.body)}`);
  }
  throw new Error(`${wish.type} was never taken`);
}

/** What a sensible person does next; null: wait. */
async function nextWish(user: User, { state }: LoginAttempt, aim: Aim): Promise<Wish | null> {
  const { person } = aim;
  switch (state.step) {
    case 'phone':
      if (aim.byQr !== true) return { type: 'submit_phone', phone: person.phone };
      return state.qr === null ? { type: 'show_qr' } : null;
    case 'code': {
      if (aim.byQr === true) return { type: 'show_qr' };
      const { control } = user.lane;
      const isSetUp = state.delivery.type === 'email_setup';
      const code =
        (isSetUp ? await control.emailedCode(person.phone) : await control.code(person.phone)) ?? user.lastCode;
      const isWrong =
        state.issue?.code === 'telegram.phone_code_invalid' || state.issue?.code === 'telegram.code_invalid';
      if (code !== null && !isWrong) return { type: 'submit_code', code };
      return { type: 'use_phone' };
    }
    case 'email':
      return { type: 'submit_email', email: `${user.id}@example.com` };
    case 'password':
      return { type: 'submit_password', password: person.password ?? '' };
    case 'confirm_account':
      return { type: 'confirm_account', decision: aim.decision ?? 'add' };
    case 'connected':
    case 'failed':
    case 'cancelled':
    case 'expired':
      return null;
  }
}

const waitOf = ({ state }: LoginAttempt): number => {
  const until = 'issue' in state ? (state.issue?.retryAt ?? null) : null;
  return until === null ? 0 : Math.max(0, Date.parse(until) - Date.now());
};

/** Scans the code that is shown and looks on until something happens. */
async function scan(user: User, attempt: LoginAttempt, person: Person): Promise<LoginAttempt | null> {
  const qr = attempt.state.step === 'phone' ? attempt.state.qr : null;
  const seen = user.listen(attempt, 4_000);
  if (qr !== null && !qr.paused) await user.lane.control.approve(qr.url, person.phone);
  await seen;
  return user.current();
}

/** Whether the account is connected, as often as it was to be. */
export async function hasArrived(user: User, { person, generation = 1 }: Aim): Promise<boolean> {
  const connection = await user.connectionTo(person);
  return connection !== null && connection.generation >= generation && connection.status === 'connected';
}

/** Goes on from wherever the attempt is until it has come to its aim; answers null if the attempt is over by then. */
export async function walk(user: User, from: LoginAttempt | null, aim: Aim): Promise<LoginAttempt | null> {
  const goesOn = patient(user);
  let attempt = from;
  while (goesOn()) {
    if (attempt === null || isTerminal(attempt.state.step)) {
      if (await hasArrived(user, aim)) return null;
      attempt = await begin(user, aim);
    }
    if (aim.until?.(attempt)) return attempt;
    const wait = waitOf(attempt);
    if (wait > 0) await pause(Math.min(wait + 50, 5_000));
    const wish = await nextWish(user, attempt, aim);
    attempt = wish === null ? await scan(user, attempt, aim.person) : await say(user, attempt, wish);
  }
  throw new Error(`never arrived: ${JSON.stringify(attempt?.state)}`);
}

/** The same, to a step where the attempt is still open. */
export async function walkTo(user: User, aim: Aim & Required<Pick<Aim, 'until'>>): Promise<LoginAttempt> {
  const attempt = await walk(user, null, aim);
  if (attempt === null) throw new Error('the attempt ended before its step');
  return attempt;
}
