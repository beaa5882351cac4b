import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cacheFolder } from '../paths.mjs';
import { run, runOrStop } from '../processes/run.mjs';

/** Apart from the project's own packages: it is large, and only this command needs it. */
const version = '9.6.1';
const folder = join(cacheFolder, 'stryker');
const packages = join(folder, 'node_modules', '@stryker-mutator');

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const quietly = ['--legacy-peer-deps', '--no-audit', '--no-fund', '--loglevel=error'];

export const ensureStryker = async () => {
  if (existsSync(join(packages, 'vitest-runner')) && existsSync(join(packages, 'core'))) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"private":true}\n');
  const names = ['core', 'vitest-runner'].map((name) => `@stryker-mutator/${name}@${version}`);
  const args = ['install', '--prefix', folder, ...quietly, ...names];
  await runOrStop({ what: `installing Stryker ${version}`, command: npm, args });
};

export const reportOf = (/** @type {string} */ name) => join(cacheFolder, 'mutation', `${name}.json`);

/** The copy needs the settings of every room to be transformed, and only the sources that the tests reach. */
const ignorePatterns = [
  ...['data', 'docs', 'dist', 'test-results', '*.tsbuildinfo'],
  ...['apps/web/src', 'e2e/*.ts', 'bench/**/*.ts', 'packages/telegram-simulator/src'],
];

const settingsOf = (/** @type {{ name: string, mutate: string[] }} */ { name, mutate }) => ({
  testRunner: 'vitest',
  plugins: [pathToFileURL(join(packages, 'vitest-runner', 'dist', 'src', 'index.js')).href],
  vitest: { configFile: 'vitest.mutation.config.ts', related: false },
  tsconfigFile: 'not-needed.json',
  coverageAnalysis: 'perTest',
  concurrency: 2,
  timeoutMS: 60_000,
  dryRunTimeoutMinutes: 30,
  tempDirName: '.stryker-tmp',
  ignorePatterns,
  mutate,
  incrementalFile: join(cacheFolder, 'mutation', `${name}-incremental.json`),
  reporters: ['clear-text', 'json'],
  jsonReporter: { fileName: reportOf(name) },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportScoreTable: false },
});

/**
 * Changes the files of a group in every small way and runs its tests; what no test notices is printed.
 * @param {{ name: string, about: string, mutate: string[], tests: string[] }} group
 * @param {string[]} more words for Stryker itself
 */
export const mutateGroup = async (group, more) => {
  mkdirSync(join(cacheFolder, 'mutation'), { recursive: true });
  const settings = join(cacheFolder, 'mutation', `${group.name}.settings.json`);
  writeFileSync(settings, JSON.stringify(settingsOf(group)));
  return run({
    what: `looking for changes that no test notices: ${group.about}`,
    command: process.execPath,
    args: [join(packages, 'core', 'bin', 'stryker.js'), 'run', settings, ...more],
    env: { MUTATION_TESTS: group.tests.join(' ') },
  });
};
