import type { Fault } from '@botize/telegram-simulator';
import { codesAreFew, nothingUnknown } from './oracle.ts';
import { type Ready, type Stage, type StepName, stepNames, steps } from './steps.ts';
import type { Named, Outcome, Suite } from './suite.ts';

const deadlineMs = 1_500;

/** What goes wrong: with the step's request, with new connections, or with Telegram's clock. */
interface Disturbance {
  request?: Fault['kind'];
  connect?: Fault['kind'];
  clock?: number;
  /** The key is gone for good, or Telegram refuses: another code may be needed. */
  costs?: boolean;
}

const request = (kind: Fault['kind'], costs = false): Disturbance => ({ request: kind, costs });
const plain = (
  type: 'reset_before' | 'reset_after' | 'mute' | 'answer_lost' | 'half_frame' | 'garbage' | 'duplicate_answer',
) => request({ type });

export const disturbances = {
  'reset before': plain('reset_before'),
  'reset after': plain('reset_after'),
  'black hole': plain('mute'),
  'answer lost': plain('answer_lost'),
  slow: request({ type: 'slow', ms: 300 }),
  'too slow': request({ type: 'slow', ms: 4_000 }),
  'half frame': plain('half_frame'),
  garbage: plain('garbage'),
  '-404': request({ type: 'transport_error', code: -404 }, true),
  '-429': request({ type: 'transport_error', code: -429 }),
  migration: request({ type: 'rpc_error', code: 303, message: 'USER_MIGRATE_1' }, true),
  flood: request({ type: 'rpc_error', code: 420, message: 'FLOOD_WAIT_1' }),
  '500': request({ type: 'rpc_error', code: 500, message: 'INTERNAL' }),
  '-503': request({ type: 'rpc_error', code: -503, message: 'Timeout' }),
  'bad_msg 16': request({ type: 'bad_msg', code: 16 }),
  'bad_msg 17': request({ type: 'bad_msg', code: 17 }),
  'bad_msg 20': request({ type: 'bad_msg', code: 20 }),
  'duplicate answer': plain('duplicate_answer'),
  'reconnect reset': { request: { type: 'reset_before' }, connect: { type: 'reset_before' } },
  'reconnect black hole': { request: { type: 'reset_before' }, connect: { type: 'black_hole' } },
  'reconnect mute': { request: { type: 'reset_before' }, connect: { type: 'mute' } },
  'clock +1 h': { clock: 3_600 },
  'clock -1 h': { clock: -3_600 },
} satisfies Record<string, Disturbance>;

export type DisturbanceName = keyof typeof disturbances;
export const disturbanceNames = Object.keys(disturbances) as DisturbanceName[];

export interface FaultCase {
  step: StepName;
  fault: DisturbanceName;
}

async function arm(
  { user: { lane, apiId } }: Stage,
  { wire }: Ready,
  { request: kind, connect, clock }: Disturbance,
): Promise<void> {
  if (clock !== undefined) await lane.control.clock(clock);
  if (kind !== undefined) await lane.control.fault(wire, kind, apiId);
  if (connect !== undefined) await lane.control.fault('connect', connect);
}

/** True if the fault has been met; whatever of it is left is taken away. */
async function disarm({ user: { lane } }: Stage, { clock }: Disturbance, armed: number): Promise<boolean> {
  const left = await lane.control.faultsLeft();
  await lane.control.clearFaults();
  if (clock !== undefined) await lane.control.clock(0);
  return clock !== undefined || left < armed;
}

async function disturb(given: Stage, { step, fault }: FaultCase): Promise<Outcome> {
  const stage = { ...given, asksTelegram: true };
  const { user } = stage;
  const ready = await steps[step](stage);
  const disturbance: Disturbance = disturbances[fault];
  await ready.atLast?.();
  await arm(stage, ready, disturbance);
  const armed = await user.lane.control.faultsLeft();
  await ready.act();
  if (ready.wire === 'auth.logOut') await met(stage, armed);
  const hit = await disarm(stage, disturbance, armed);
  await ready.goOn();
  const what = `${step}, ${fault}`;
  await nothingUnknown(user, what);
  await codesAreFew(user, what, disturbance.costs === true ? Number.POSITIVE_INFINITY : ready.codesAtMost);
  return hit ? 'held' : 'missed';
}

/** A log-out comes with the next round, not with the request. */
async function met({ user: { lane } }: Stage, armed: number): Promise<void> {
  for (const end = Date.now() + 8_000; Date.now() < end && (await lane.control.faultsLeft()) === armed && armed > 0;)
    await new Promise((resolve) => setTimeout(resolve, 50));
}

export const faults: Suite<FaultCase> = {
  name: 'faults',
  deadlineMs,
  // Connections and clocks are everybody's: one user at a time, and many servers instead.
  lanes: 6,
  usersAtOnce: 1,
  staysAlive: true,
  cellOf: ({ step, fault }) => ({ row: fault, column: step }),
  run: disturb,
};

export const faultCases = (times: number): Named<FaultCase>[] =>
  Array.from({ length: times }, (_, pass) =>
    disturbanceNames.flatMap((fault) =>
      stepNames.map((step) => ({ id: `fault ${pass} ${step}, ${fault}`, one: { step, fault } })),
    ),
  ).flat();
