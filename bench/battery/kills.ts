import { setTimeout as pause } from 'node:timers/promises';
import type { Dice } from './dice.ts';
import type { Named, Outcome, Suite } from './suite.ts';
import type { Turnstile } from './turnstile.ts';
import { codesAreFew, nothingUnknown } from './oracle.ts';
import type { Moment } from './server/orders.ts';
import { type Ready, type Stage, type StepName, stepNames, steps } from './steps.ts';

export const killPoints = [
  'before the request leaves',
  'sent, unanswered',
  'answered, uncommitted',
  'committed, unanswered',
] as const;
export type KillPoint = (typeof killPoints)[number];

const moments: Record<Exclude<KillPoint, 'sent, unanswered'>, Moment> = {
  'before the request leaves': 'before',
  'answered, uncommitted': 'answered',
  'committed, unanswered': 'committed',
};

const dieWithinMs = 25_000;

export interface KillCase {
  step: StepName;
  point: KillPoint;
}

/** One death at one point of one step, and the way on from there. */
async function killAt(stage: Stage, { step, point }: KillCase, turnstile: Turnstile): Promise<Outcome> {
  const { user } = stage;
  const { lane } = user;
  const ready = await steps[step](stage);
  const { hit, acted } = await turnstile.alone(async () => {
    await ready.atLast?.();
    const struck = await strike(stage, ready, point);
    await lane.start();
    return struck;
  });
  await acted;
  await ready.goOn();
  const what = `${step}, ${point}`;
  await nothingUnknown(user, what);
  await codesAreFew(user, what, ready.codesAtMost);
  return hit ? 'held' : 'missed';
}

interface Struck {
  hit: boolean;
  /** The step itself, which the page repeats until it is answered. Wrapped, so that nobody waits for it too early. */
  acted: Promise<unknown>;
}

/** Lets the server die at the point, from outside where only Telegram can tell the moment. */
async function strike(stage: Stage, ready: Ready, point: KillPoint): Promise<Struck> {
  const { lane, id: userId, apiId } = stage.user;
  const act = () => Promise.resolve(ready.act()).catch(() => undefined);
  if (ready.method !== null && point === 'sent, unanswered') {
    await lane.control.fault(ready.wire, sentKinds(stage.dice), apiId);
    const acted = act();
    return { hit: await killWhenSent(stage), acted };
  }
  const method = ready.method;
  const moment = method === null ? momentOfClick(point) : momentOf(point);
  await lane.order({ type: 'kill', userId, apiId, method, moment });
  const acted = act();
  return { hit: await fallen(stage), acted };
}

const momentOfClick = (point: KillPoint): Moment => (point === 'committed, unanswered' ? 'committed' : 'before_commit');
const momentOf = (point: KillPoint): Moment => (point === 'sent, unanswered' ? 'answered' : moments[point]);

async function killWhenSent({ user: { lane } }: Stage): Promise<boolean> {
  for (const end = Date.now() + dieWithinMs; Date.now() < end && (await lane.control.faultsLeft()) > 0;) await pause(5);
  const isSent = (await lane.control.faultsLeft()) === 0;
  await lane.control.clearFaults();
  const death = lane.died();
  lane.kill();
  await death;
  return isSent;
}

/** Carried out and never answered; never carried out; or carried out after the death. */
const sentKinds = (dice: Dice) =>
  dice.pick([{ type: 'answer_lost' }, { type: 'mute' }, { type: 'slow', ms: 700 }] as const);

async function fallen({ user: { lane } }: Stage): Promise<boolean> {
  const late = new AbortController();
  const dead = await Promise.race([
    lane.died(),
    pause(dieWithinMs, 'late' as const, { signal: late.signal }).catch(() => 'late' as const),
  ]);
  late.abort();
  if (dead === 'died') return true;
  const death = lane.died();
  lane.kill();
  await death;
  return false;
}

export const kills: Suite<KillCase> = {
  name: 'kills',
  deadlineMs: 6_000,
  lanes: 3,
  usersAtOnce: 4,
  staysAlive: false,
  cellOf: ({ step, point }) => ({ row: step, column: point }),
  run: killAt,
};

/** Every step with every point, so many times over. */
export const killCases = (times: number): Named<KillCase>[] =>
  Array.from({ length: times }, (_, pass) =>
    stepNames.flatMap((step) =>
      killPoints.map((point) => ({ id: `kill ${pass} ${step}, ${point}`, one: { step, point } })),
    ),
  ).flat();
