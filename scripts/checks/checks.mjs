import { availableParallelism } from 'node:os';
import { bin } from '../paths.mjs';
import { run } from '../processes/run.mjs';
import { compilerArguments } from '../setup/compile.mjs';

const node = process.execPath;

/** What must hold before any test runs; each is a program of its own. */
export const checks = [
  { name: 'format', command: node, args: [bin('oxfmt/bin/oxfmt'), '--check', '.'] },
  { name: 'lint', command: node, args: [bin('oxlint/bin/oxlint'), '--deny-warnings'] },
  { name: 'types', command: node, args: compilerArguments() },
  { name: 'imports', command: node, args: ['scripts/check-imports.mjs'] },
  { name: 'dead code', command: node, args: [bin('knip/bin/knip.js'), '--no-progress'] },
  { name: 'docs', command: node, args: ['scripts/check-docs.mjs'] },
];

export const unitTests = {
  name: 'unit tests',
  command: node,
  args: [
    bin('vitest/vitest.mjs'),
    'run',
    '--project',
    'unit',
    `--maxWorkers=${availableParallelism()}`,
    '--reporter',
    'dot',
  ],
};

/** Runs checks two at a time, tells each result as it comes, and answers how many failed. */
export const runChecks = async (/** @type {{ name: string, command: string, args: string[] }[]} */ list) => {
  const waiting = [...list];
  let failed = 0;
  const worker = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const { name, command, args } = check;
      const { ok, output, seconds } = await run({ what: `checking ${name}`, command, args, quiet: true });
      console.log(`${ok ? '✓' : '✗'} ${name} (${seconds} s)`);
      if (ok) continue;
      failed += 1;
      console.error(output.trimEnd());
    }
  };
  await Promise.all([worker(), worker()]);
  return failed;
};
