import { writeFileSync } from 'node:fs';
import { arch, availableParallelism } from 'node:os';
import { join } from 'node:path';
import { type Arguments, readArguments } from './arguments.ts';
import { commitOf } from './commit-of.ts';
import { doubleCases, doubles } from './doubles.ts';
import { seedOf } from './dice.ts';
import { faultCases, faults } from './faults.ts';
import { Findings } from './findings.ts';
import { killCases, kills } from './kills.ts';
import { Progress, root } from './progress.ts';
import { documentOf, printed, totalsOf } from './report.ts';
import { runSequences } from './run-sequences.ts';
import { runSuite } from './run-suite.ts';
import { storeCases, storeFaults } from './store-faults.ts';
import type { Named, RunOptions, Suite } from './suite.ts';

const options = readArguments(process.argv.slice(2));
const { seed, shard, quick, only } = options;
const begun = new Date();
const commit = commitOf(root);
const progress = new Progress(options);
const counts = { done: 0 };

const goesOn = () => Date.now() - begun.getTime() < options.minutes * 60_000;
const say = (text: string) => process.stdout.write(`${text}\n`);
const findings = new Findings((kind, example) => {
  say(`✗ ${kind}: ${example}`.slice(0, 1_000));
  progress.add({ type: 'finding', kind, count: 1, examples: [example], commit });
});

/** Those of this shard that have not been run; with `--quick` one of each so many. */
function chosen<Case>(cases: Named<Case>[], { every }: { every: number }): Named<Case>[] {
  const wanted = cases.filter(({ id }) => options.match === null || id.includes(options.match));
  const mine = wanted.filter(({ id }) => seedOf(0, id) % shard.of === shard.index - 1);
  const few = quick ? mine.filter((_, index) => index % every === 0) : mine;
  return few.filter(({ id }) => !progress.has(id));
}

const runOptions = (batch: number): RunOptions => ({
  seed,
  lanes: options.lanes,
  findings,
  batch,
  goesOn,
  record: (id, result) => {
    progress.add({ type: 'case', id, result });
    counts.done += 1;
    if (counts.done % 50 === 0) say(`${new Date().toISOString()} ${counts.done} cases, ${findings.count} findings`);
  },
});

async function run<Case>(suite: Suite<Case>, cases: Named<Case>[], batch: number): Promise<void> {
  if (!(only as string[]).includes(suite.name) || cases.length === 0) return;
  say(`${suite.name}: ${cases.length} cases`);
  await runSuite(suite, cases, runOptions(batch));
}

const timesOf = (goal: number, { times }: Arguments) => (quick ? 1 : (times ?? goal));

// Where each 5th of 52 kills and each 14th of 299 faults is picked, all steps, points and faults have their turn.
const suites = [
  () => run(kills, chosen(killCases(timesOf(20, options)), { every: 5 }), quick ? 4 : 26),
  () => run(faults, chosen(faultCases(timesOf(6, options)), { every: 14 }), quick ? 11 : 26),
  () => run(storeFaults, chosen(storeCases(timesOf(8, options)), { every: 9 }), quick ? 7 : 26),
  () => run(doubles, chosen(doubleCases(timesOf(200, options)), { every: 1 }), quick ? 5 : 25),
];
// A few cases are mostly waiting, so all suites go at once; many keep the machine busy one suite after the other.
if (quick) await Promise.all(suites.map((suite) => suite()));
else for (const suite of suites) await suite();
if (only.includes('sequences') && options.match === null)
  await runSequences({ ...options, progress, findings, goesOn, say });

const machine = `${availableParallelism()} cores (${arch()}), Node.js ${process.version}`;
const minutes = Math.round((Date.now() - begun.getTime()) / 6_000) / 10;
const part = [only.join(', '), ...(options.match === null ? [] : [`"${options.match}"`])].join(': ');
progress.add({
  type: 'session',
  shard: `${shard.index}/${shard.of}`,
  commit,
  part,
  begun: begun.toISOString(),
  minutes,
  machine,
  findings: findings.count,
});

const lines = progress.own();
const totals = totalsOf(lines);
say(`\n${printed(lines)}`);
for (const { kind, count, examples } of findings.list()) say(`✗ ${kind} (${count})\n    ${examples.join('\n    ')}`);
const { kills: deaths, faults: disturbed, doubles: doubled, sequences, missed, failed } = totals;
say(
  `${deaths} kills, ${disturbed} faults, ${doubled} × 50 double submits, ${sequences} sequences; ${missed} missed, ${failed} failed, ${findings.count} findings`,
);
if (!quick) writeFileSync(join(root, 'docs', 'battery.md'), documentOf(Progress.of(seed), seed));
if (options.summary !== null) writeFileSync(options.summary, JSON.stringify({ ...totals, findings: findings.count }));
process.exitCode = failed === 0 && findings.count === 0 ? 0 : 1;
