import type { LoginAttempt } from '@botize/contract';
import {
  checkConnection,
  currentAttempt,
  disconnectConnection,
  drainRetiredKeys,
  getAttempt,
  listConnections,
  reapAttempts,
  Refusal,
} from '@botize/login';
import { createLife, Died, setStage, type Stage } from '@botize/login/testing';
import type { Deed, Losable, Who } from './deeds.ts';
import { expectedStep, follow, freshModel, type Model } from './model.ts';
import { atRest, Broken, invariants, must } from './truths.ts';
import { numbers, type Order, orderOf, password } from './wishes.ts';

const tooManyMs = 60_000;

/** The sign-in engine in one process, a Telegram and a store that can be made to fail, and what is expected of them. */
interface Play {
  stage: Stage;
  model: Model;
  attempt: LoginAttempt | null;
  /** The last command with the attempt it was sent at, to be sent again. */
  last: { at: LoginAttempt; order: Order; answer: LoginAttempt | null } | null;
  /** Something is broken, so that the next answer may be any. */
  disturbed: boolean;
  asks: Set<string>;
  /** Answers that are yet to be lost, with the calls of the method made so far. */
  losses: { method: Losable; calls: number }[];
  fullFor: number;
}

class DiskFull extends Error {}

function open(): Play {
  const stage = setStage();
  const { world } = stage.telegram;
  world.accounts.delete(numbers.plain);
  stage.addAccount(numbers.plain, { account: { name: 'plain' } });
  stage.addAccount(numbers.careful, { account: { name: 'careful' }, password, dcId: 1 });
  stage.addAccount(numbers.mailer, { account: { name: 'mailer', id: '777000009' }, needsEmail: true });
  const play: Play = {
    stage,
    model: freshModel(),
    attempt: null,
    last: null,
    disturbed: false,
    asks: new Set(),
    losses: [],
    fullFor: 0,
  };
  stage.vault.failCommit = () => {
    if (play.fullFor === 0) return null;
    play.fullFor -= 1;
    return new DiskFull('full');
  };
  return play;
}

/** What a deed may end in besides its answer: a refusal in words, or what we broke ourselves. */
async function settled<T>(play: Play, work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof DiskFull || error instanceof Died) play.disturbed = true;
    else if (!(error instanceof Refusal)) throw error;
    return null;
  }
}

async function send(play: Play, order: Order): Promise<void> {
  const { attempt, stage } = play;
  if (attempt === null) return;
  note(play, attempt, order);
  const answer = await settled(play, stage.send(attempt, order));
  play.last = { at: attempt, order, answer };
  if (answer !== null && !play.disturbed)
    must(answer.revision > attempt.revision, 'an accepted command moves the revision');
}

function note({ asks }: Play, attempt: LoginAttempt, { type }: Order): void {
  const isForCode = type === 'submit_phone' || type === 'resend_code' || type === 'submit_code';
  const isForEmail =
    type !== 'submit_code' || (attempt.state.step === 'code' && attempt.state.delivery.type === 'email_setup');
  if (isForCode && isForEmail) asks.add(`${attempt.id} ${attempt.revision} ${type}`);
}

async function again(play: Play): Promise<void> {
  const { last, stage } = play;
  if (last === null) return;
  const before = stage.telegram.count('sendCode') + stage.telegram.count('signIn');
  const answer = await settled(play, stage.send(last.at, last.order));
  if (last.answer === null || play.disturbed || play.model.scanned || answer === null) return;
  must(JSON.stringify(answer) === JSON.stringify(last.answer), 'a repeated command gets the same answer');
  must(stage.telegram.count('sendCode') + stage.telegram.count('signIn') === before, 'a repeated command asks nobody');
}

async function bothTabs(play: Play, deed: 'code' | 'phone' | 'qr'): Promise<void> {
  const { attempt, stage } = play;
  const order = orderOf(
    play.model,
    deed === 'code' ? { type: deed, right: true } : deed === 'phone' ? { type: deed, who: 'plain' } : { type: deed },
  );
  if (attempt === null || order === null) return;
  note(play, attempt, order);
  const answers = await Promise.all([1, 2, 3].map(() => settled(play, stage.send(attempt, order))));
  if (play.disturbed || play.model.scanned) return;
  must(new Set(answers.map((answer) => JSON.stringify(answer))).size === 1, 'equal commands get one answer');
}

async function start(play: Play, from: 'typed' | 'connection'): Promise<void> {
  const { stage, model } = play;
  const [connection] = await listConnections(stage.deps, stage.actor);
  const isAgain = from === 'connection' && connection !== undefined;
  const more = isAgain ? { connectionId: connection.id, credentials: { fromConnection: connection.id } } : {};
  const isOpen = model.step !== null;
  const begun = await settled(play, stage.start(more));
  if (begun === null || isOpen) return;
  play.attempt = begun;
  model.expected = isAgain ? (connection.account.name as Who) : null;
}

async function approve(play: Play, who: Who): Promise<void> {
  const { stage, attempt } = play;
  if (attempt?.state.step !== 'phone' || attempt.state.qr === null) return;
  const token = attempt.state.qr.url.replace('tg://login?token=', '');
  if (stage.telegram.world.tokens.get(token)?.approvedBy === null) stage.telegram.approve(token, numbers[who]);
  play.disturbed = true;
}

async function rounds({ stage }: Play): Promise<void> {
  await reapAttempts(stage.deps, 20);
  await drainRetiredKeys(stage.deps, 20);
}

async function withFirst(play: Play, work: (id: string) => Promise<unknown>): Promise<void> {
  const [connection] = await listConnections(play.stage.deps, play.stage.actor);
  if (connection !== undefined) await settled(play, work(connection.id));
}

async function act(play: Play, deed: Deed): Promise<void> {
  const { stage } = play;
  const order = orderOf(play.model, deed);
  if (order !== null) return send(play, order);
  switch (deed.type) {
    case 'start':
      return start(play, deed.from);
    case 'repeat':
      return again(play);
    case 'stale':
      return play.attempt === null
        ? undefined
        : void (await settled(play, stage.send({ ...play.attempt, revision: 1_000 }, { type: 'show_qr' })));
    case 'both_tabs':
      return bothTabs(play, deed.deed);
    case 'approve':
      return approve(play, deed.who);
    case 'cancel':
      return play.attempt === null ? undefined : void (await settled(play, stage.cancel(play.attempt)));
    case 'check':
      return withFirst(play, (id) => checkConnection(stage.deps, stage.actor, id));
    case 'disconnect':
      return withFirst(play, (id) => disconnectConnection(stage.deps, stage.actor, id));
    case 'rounds':
      return rounds(play);
    default:
  }
}

/** Happens to the world rather than in it; true if that was all. */
function befall(play: Play, deed: Deed): boolean {
  const { stage } = play;
  switch (deed.type) {
    case 'time':
      stage.clock.advance(deed.seconds * 1000);
      play.disturbed ||= deed.seconds > 1_000;
      return true;
    case 'lost_answer':
      stage.telegram.plan(deed.method, 'lose_answer');
      play.losses.push({ method: deed.method, calls: stage.telegram.count(deed.method) });
      play.disturbed = true;
      return true;
    case 'offline':
    case 'online':
      stage.telegram.offline = deed.type === 'offline';
      play.disturbed = true;
      return true;
    case 'full_disk':
      play.fullFor = deed.commits;
      play.disturbed = true;
      return true;
    default:
      return false;
  }
}

/** The deed in a process that dies on the way, and a new process afterwards. */
async function dieIn(play: Play, deed: Deed, { at, when }: Extract<Deed, { type: 'death' }>): Promise<void> {
  const life = createLife(at, when);
  const alive = play.stage;
  play.stage = alive.reboot(life);
  await settled(play, Promise.race([act(play, deed), life.died]));
  life.dead = true;
  play.disturbed = true;
  play.stage = alive.reboot();
  alive.clock.advance(7_000);
}

async function look(play: Play): Promise<LoginAttempt | null> {
  const { stage, attempt } = play;
  if (attempt !== null) return settled(play, getAttempt(stage.deps, stage.actor, attempt.id));
  return settled(play, currentAttempt(stage.deps, stage.actor));
}

/** Everything works again and nobody comes back: in the end Telegram knows our connections and nothing else. */
async function rest(play: Play): Promise<void> {
  const { stage } = play;
  play.fullFor = 0;
  stage.telegram.offline = false;
  for (let round = 0; round < 8; round += 1) {
    stage.clock.advance(round === 0 ? 7_000 : 3_600_000);
    await rounds(play);
  }
  atRest(stage);
}

const isBroken = ({ stage, fullFor, losses }: Play) =>
  stage.telegram.offline ||
  fullFor > 0 ||
  losses.some(({ method, calls }, index) => stage.telegram.count(method) <= calls + index);

async function playOut(sequence: Deed[]): Promise<void> {
  const play = open();
  let death: Extract<Deed, { type: 'death' }> | null = null;
  for (const deed of sequence) {
    if (deed.type === 'death') {
      death = deed;
      continue;
    }
    if (befall(play, deed)) continue;
    const expected = play.disturbed || death !== null ? null : expectedStep(play.model, deed);
    await (death === null ? act(play, deed) : dieIn(play, deed, death));
    death = null;
    invariants(play.stage, play.asks.size);
    const now = await look(play);
    if (expected !== null)
      must(now?.state.step === expected, `${deed.type}: ${expected} was expected, ${now?.state.step} it is`);
    play.attempt = now;
    follow(play.model, deed, now);
    if (play.model.step === null) play.disturbed = isBroken(play);
  }
  await rest(play);
}

/** @throws Broken with what didn't hold */
export async function playSequence(sequence: Deed[]): Promise<void> {
  const late = new Promise<never>((_, reject) =>
    setTimeout(() => reject(new Broken('never ended')), tooManyMs).unref(),
  );
  await Promise.race([playOut(sequence), late]);
}
