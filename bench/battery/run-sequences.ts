import fc from 'fast-check';
import type { Arguments } from './arguments.ts';
import { seedOf } from './dice.ts';
import type { Findings } from './findings.ts';
import type { Progress } from './progress.ts';
import { deeds } from './sequences/deeds.ts';
import { playSequence } from './sequences/play.ts';

export interface SequenceRun extends Arguments {
  progress: Progress;
  findings: Findings;
  goesOn(): boolean;
  say(text: string): void;
}

const variant = 'in one process';
const goal = 10_000;
const inOneGo = 100;

/** Random sequences, so many at a time; a sequence that doesn't hold is made as short as it can be. */
export async function runSequences(run: SequenceRun): Promise<void> {
  const { quick, shard, seed, progress, findings, say } = run;
  const most = quick ? 300 : (run.times ?? goal / inOneGo) * inOneGo;
  say(`sequences: ${most}`);
  for (let from = (shard.index - 1) * inOneGo; from < most && run.goesOn(); from += shard.of * inOneGo) {
    if (progress.has(`${variant} ${from}`)) continue;
    let commands = 0;
    const property = fc.asyncProperty(deeds, async (sequence) => {
      commands += sequence.length;
      await playSequence(sequence);
    });
    const details = await fc.check(property, {
      seed: seedOf(seed, `sequences ${from}`),
      numRuns: inOneGo,
      interruptAfterTimeLimit: 300_000,
    });
    if (details.failed && details.counterexample !== null)
      findings.add(
        'a sequence does not hold',
        `${String(details.errorInstance)}: ${JSON.stringify(details.counterexample[0])}`,
      );
    progress.add({ type: 'sequences', variant, from, runs: details.numRuns, commands });
  }
}
