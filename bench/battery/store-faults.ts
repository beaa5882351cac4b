import type { StorageFailure } from '@botize/vault';
import { codesAreFew, nothingUnknown } from './oracle.ts';
import { type Stage, type StepName, stepNames, steps } from './steps.ts';
import type { Named, Outcome, Suite } from './suite.ts';

export const storeFailures = ['full', 'busy', 'io', 'read_only', 'damaged'] as const satisfies StorageFailure[];

export interface StoreCase {
  step: StepName;
  failure: (typeof storeFailures)[number];
  /** Commits of the user that succeed first: with 0 the intent fails, with 1 the result. */
  after: number;
}

async function fail(stage: Stage, { step, failure, after }: StoreCase): Promise<Outcome> {
  const { user, dice } = stage;
  const { lane } = user;
  const ready = await steps[step](stage);
  await ready.atLast?.();
  const { failed } = await lane.measure();
  await lane.order({ type: 'store', userId: user.id, failure, after, times: dice.pick([1, 1, 2, 3]) });
  await ready.act();
  const hit = (await lane.measure()).failed > failed;
  await lane.order({ type: 'clear' });
  await ready.goOn();
  const what = `${step}, ${failure} after ${after}`;
  await nothingUnknown(user, what);
  // A lost result of a request for a code costs that code; nothing else does.
  await codesAreFew(user, what, ready.codesAtMost + 2);
  return hit ? 'held' : 'missed';
}

export const storeFaults: Suite<StoreCase> = {
  name: 'store',
  deadlineMs: 2_000,
  lanes: 6,
  usersAtOnce: 1,
  staysAlive: true,
  cellOf: ({ step, failure, after }) => ({ row: `${failure} at commit ${after + 1}`, column: step }),
  run: fail,
};

/** These write once, a check unless its finding changes: as a rule there is no second commit that could fail. */
const writesOnce = new Set<StepName>(['create', 'show_qr', 'confirm_account', 'check']);

export const storeCases = (times: number): Named<StoreCase>[] =>
  Array.from({ length: times }, (_, pass) =>
    storeFailures.flatMap((failure) =>
      [0, 1].flatMap((after) =>
        stepNames
          .filter((step) => after === 0 || !writesOnce.has(step))
          .map((step) => ({ id: `store ${pass} ${step}, ${failure} ${after}`, one: { step, failure, after } })),
      ),
    ),
  ).flat();
