import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cacheFolder, root } from './paths.mjs';
import { runOrStop, run } from './processes/run.mjs';
import { ensureInstalled } from './setup/install.mjs';
import { requireNode } from './setup/node-version.mjs';

/** Apart from the project's own packages: it is large, and only this command needs it. */
const version = '9.6.1';
const folder = join(cacheFolder, 'stryker');
const packages = join(folder, 'node_modules', '@stryker-mutator');
const report = join(cacheFolder, 'mutation.json');

const ensureStryker = async () => {
  if (existsSync(join(packages, 'vitest-runner')) && existsSync(join(packages, 'core'))) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"private":true}\n');
  const names = ['core', 'vitest-runner'].map((name) => `@stryker-mutator/${name}@${version}`);
  await runOrStop({
    what: `installing Stryker ${version}`,
    command: process.platform === 'win32' ? 'npm.cmd' : 'npm',
    args: [
      'install',
      '--prefix',
      folder,
      '--legacy-peer-deps',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
      ...names,
    ],
  });
};

/** Killed and timed-out mutants of all that tests could reach, by file. */
const scoresOf = (/** @type {any} */ { files }) =>
  Object.entries(files).map(([file, { mutants }]) => {
    const count = (/** @type {string[]} */ ...states) =>
      mutants.filter((/** @type {{ status: string }} */ one) => states.includes(one.status)).length;
    return { file, found: count('Killed', 'Timeout'), missed: count('Survived', 'NoCoverage') };
  });

const line = (/** @type {{ file: string, found: number, missed: number }} */ { file, found, missed }) => {
  const percent = ((100 * found) / Math.max(1, found + missed)).toFixed(1);
  return `| ${file} | ${found} | ${missed} | ${percent} % |`;
};

const writeDocument = () => {
  const scores = scoresOf(JSON.parse(readFileSync(report, 'utf8'))).map((one) => ({ ...one, file: `\`${one.file}\`` }));
  const sum = (/** @type {'found' | 'missed'} */ name) => scores.reduce((all, one) => all + one[name], 0);
  const text = [
    '# Mutation testing',
    '',
    'Written by `npm run mutation`, which changes each of these files in every small way it knows and runs their tests.',
    'A change that no test notices is missed. The list is that of `stryker.config.json`; the aim is 90 %.',
    '',
    '| File | Found | Missed | Score |',
    '|---|---|---|---|',
    ...scores.map(line),
    line({ file: '**all**', found: sum('found'), missed: sum('missed') }),
  ];
  writeFileSync(join(root, 'docs/mutation.md'), `${text.join('\n')}\n`);
};

requireNode();
await ensureInstalled();
await ensureStryker();
const plugin = pathToFileURL(join(packages, 'vitest-runner', 'dist', 'src', 'index.js')).href;
const { ok } = await run({
  what: 'looking for changes that no test notices',
  command: process.execPath,
  args: [join(packages, 'core', 'bin', 'stryker.js'), 'run', '--plugins', plugin, ...process.argv.slice(2)],
});
if (existsSync(report)) writeDocument();
process.exitCode = ok ? 0 : 1;
