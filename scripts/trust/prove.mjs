import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { bin, root } from '../paths.mjs';
import { countVitest, readReport } from '../tests/counts.mjs';

const copied = ['apps', 'packages', 'scripts', 'package.json', 'tsconfig.base.json', 'vitest.config.ts', 'README.md'];

/** A copy of the sources that shares the installed packages, so that a change touches nothing here. */
const makeCopy = () => {
  const copy = mkdtempSync(join(tmpdir(), 'prove-'));
  const isSource = (/** @type {string} */ path) => !/[\\/](node_modules|dist|data)$/.test(path);
  for (const name of copied) cpSync(join(root, name), join(copy, name), { recursive: true, filter: isSource });
  const modules = join(copy, 'node_modules');
  mkdirSync(join(modules, '@botize'), { recursive: true });
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (name !== '@botize' && name !== '.cache') symlinkSync(join(root, 'node_modules', name), join(modules, name));
  }
  for (const area of ['apps', 'packages']) {
    for (const name of readdirSync(join(copy, area)))
      symlinkSync(join(copy, area, name), join(modules, '@botize', name));
  }
  return copy;
};

const runTest = (/** @type {string} */ copy, /** @type {import('./promises.mjs').Promised} */ { file, test }) => {
  const report = join(copy, 'report.json');
  rmSync(report, { force: true });
  const ofPages = file.startsWith('apps/web/');
  const project = file.includes('.integration.') ? 'integration' : ofPages ? 'web' : 'unit';
  const pattern = test ? ['-t', test.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')] : [];
  const args = ['run', '--project', project, '--reporter', 'json', `--outputFile=${report}`, file, ...pattern];
  spawnSync(process.execPath, [bin('vitest/vitest.mjs'), ...args], { cwd: copy, stdio: 'ignore', timeout: 240_000 });
  const read = readReport(report);
  return read && countVitest(read).failed;
};

/**
 * Makes each change in a copy and runs its test. Tells, by promise, how many tests it turned red; 0 proves nothing.
 * @param {import('./promises.mjs').Promised[]} promises
 * @param {(id: string, failed: number) => void} note
 */
export const prove = (promises, note) => {
  const copy = makeCopy();
  try {
    for (const promise of promises) {
      const { change, id } = promise;
      if (typeof change === 'string') continue;
      const path = join(copy, change.file);
      const before = readFileSync(path, 'utf8');
      if (!before.includes(change.from)) throw new Error(`${id}: ${change.file} has nothing to change any more`);
      writeFileSync(
        path,
        before.replace(change.from, () => change.to),
      );
      const failed = runTest(copy, promise);
      writeFileSync(path, before);
      if (failed === null) {
        console.log(`NO RESULT  ${id}: its tests did not come to an end`);
        continue;
      }
      console.log(`${failed > 0 ? 'red' : 'STILL GREEN'}  ${id}: ${failed} failed`);
      note(id, failed);
    }
  } finally {
    rmSync(copy, { recursive: true });
  }
};
