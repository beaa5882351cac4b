import { castFor } from './crew.ts';
import { Lane } from './lane.ts';
import { auditHolds, comesToRest } from './oracle.ts';
import type { Measure } from './server/orders.ts';
import type { Stage } from './steps.ts';
import type { Named, Outcome, RunOptions, Suite } from './suite.ts';
import { Turnstile } from './turnstile.ts';

const tokenSeconds = 8;
const turnsAtMost = 4;
/** What a heap may grow by over a lane's life before somebody has to look, bytes. */
const heapMayGrow = 24 * 1024 * 1024;

/** Spreads the cases over lanes that run side by side, each a server and a Telegram of its own. */
export async function runSuite<Case>(suite: Suite<Case>, cases: Named<Case>[], options: RunOptions): Promise<void> {
  const waiting = [...cases];
  const next = () => (options.goesOn() ? waiting.splice(0, options.batch) : []);
  const lanes = Math.min(options.lanes ?? suite.lanes, Math.ceil(cases.length / options.batch));
  await Promise.all(Array.from({ length: lanes }, () => runLane(suite, next, options)));
}

async function runLane<Case>(suite: Suite<Case>, next: () => Named<Case>[], options: RunOptions): Promise<void> {
  const first = next();
  if (first.length === 0) return;
  const lane = new Lane({ findings: options.findings, deadlineMs: suite.deadlineMs });
  try {
    await lane.open();
    await lane.control.settings({ loginTokenSeconds: tokenSeconds });
    let before: Measure | null = null;
    for (let batch = first; batch.length > 0; batch = next()) {
      await runBatch(suite, lane, batch, options);
      await lane.control.clearFaults();
      await comesToRest(lane, `${suite.name}: ${batch[0]?.id ?? ''} and the ${batch.length - 1} after it`);
      if (suite.staysAlive) before = compare(lane, before, await lane.measure());
    }
    await auditHolds(lane, suite.name);
  } catch (error) {
    options.findings.add('lane broke down', `${suite.name}: ${String(error)}`);
  } finally {
    await lane.close();
  }
}

async function runBatch<Case>(
  suite: Suite<Case>,
  lane: Lane,
  batch: Named<Case>[],
  options: RunOptions,
): Promise<void> {
  const turnstile = new Turnstile();
  const left = [...batch];
  const work = async () => {
    for (let named = left.shift(); named !== undefined; named = left.shift()) await runCase(named);
  };
  const runCase = async ({ id, one }: Named<Case>) => {
    const cell = suite.cellOf(one);
    try {
      const outcome = await repeated(
        (name) => castFor(lane, options.seed, name),
        id,
        (stage) => suite.run(stage, one, turnstile),
      );
      options.record(id, { suite: suite.name, ...cell, outcome });
    } catch (error) {
      options.findings.add('case failed', `${id}: ${String(error)}`);
      options.record(id, { suite: suite.name, ...cell, outcome: 'failed' });
    }
  };
  await Promise.all(Array.from({ length: suite.usersAtOnce }, work));
}

/**
 * Runs a case, with a new user and other dice if the disturbance never came to pass. A user whose case fails leaves their
 * attempt, so that what is found at rest afterwards is no consequence of it.
 */
async function repeated(
  cast: (name: string) => Promise<Stage>,
  id: string,
  run: (stage: Stage) => Promise<Outcome>,
): Promise<Outcome> {
  for (let turn = 1; ; turn += 1) {
    const stage = await cast(turn === 1 ? id : `${id}, turn ${turn}`);
    try {
      const outcome = await run(stage);
      if (outcome !== 'missed' || turn === turnsAtMost) return outcome;
    } catch (error) {
      const open = await stage.user.current();
      if (open !== null) await stage.user.send('DELETE', `/api/attempts/${open.id}`);
      throw error;
    }
  }
}

/** The first measure is taken once everything is warm; later ones must not be far above it. */
function compare(lane: Lane, before: Measure | null, now: Measure): Measure {
  if (before === null) return now;
  const grown = now.heapBytes - before.heapBytes;
  if (grown > heapMayGrow) lane.findings.add('heap grows', `${Math.round(grown / 1_048_576)} MB more than at first`);
  for (const [kind, count] of Object.entries(now.handles)) {
    const few = (before.handles[kind] ?? 0) + 20;
    if (count > few) lane.findings.add('handles stay', `${kind}: ${count}, at first ${before.handles[kind] ?? 0}`);
  }
  return before;
}
