import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { budgetOf } from '../budget/first-page.mjs';
import { bin, cacheFolder, root, webPage } from '../paths.mjs';
import { runOrStop } from '../processes/run.mjs';
import { compilerArguments } from './compile.mjs';

const stamp = join(cacheFolder, 'web-build');
const webSources = ['apps/web', 'packages/contract/src', 'package-lock.json', 'tsconfig.base.json'];

const filesUnder = (/** @type {string} */ path) => {
  if (!existsSync(path)) return [];
  const entries = readdirSync(path, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !/[\\/](dist|node_modules)[\\/]/.test(relative(root, file)));
};

/** One hash of everything the page is built from. */
const webHash = () => {
  const hash = createHash('sha256');
  for (const source of webSources.map((path) => join(root, path))) {
    const files = source.endsWith('.json') ? [source] : filesUnder(source).sort();
    for (const file of files) hash.update(relative(root, file)).update(readFileSync(file));
  }
  return hash.digest('hex');
};

const buildPage = async () => {
  const hash = webHash();
  if (existsSync(webPage) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  await runOrStop({
    what: 'building the page (vite build)',
    command: process.execPath,
    args: [bin('vite/bin/vite.js'), 'build', 'apps/web', '--logLevel', 'warn'],
    // Whatever the terminal is set to: with another word here React comes with all that it says to developers.
    env: { NODE_ENV: 'production' },
  });
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
};

const compileServers = () =>
  runOrStop({
    what: 'compiling server and simulator (tsc -b)',
    command: process.execPath,
    args: compilerArguments(['apps/api', 'packages/telegram-simulator', 'packages/testkit', 'bench']),
  });

/** Ends this program when the page has become too large to be quick. */
const keepToBudget = () => {
  const { ok, lines } = budgetOf(dirname(webPage));
  if (ok) return lines;
  console.error([...lines, 'Failed: the first page needs too much JavaScript.'].join('\n'));
  process.exit(1);
};

/** Brings everything that is started from `dist` up to date; quick when nothing has changed. Answers the page's sizes. */
export const ensureBuilt = async () => {
  await compileServers();
  await buildPage();
  return keepToBudget();
};
