import { mkdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { batteryEntry, bin, cacheFolder } from '../paths.mjs';
import { run } from '../processes/run.mjs';
import { countBattery, countPlaywright, countVitest, judge, readReport } from './counts.mjs';

/** What `npm test` runs, in this order; each also by name. */
export const partNames = ['unit', 'web', 'integration', 'battery', 'e2e'];

/**
 * Left to itself Vitest keeps one core free, which tests of pages need: they wait for parts that are still being read.
 * Tests of sockets and processes mostly wait, so one more of them goes along.
 */
const workersOf = (/** @type {string} */ project) =>
  Math.max(1, availableParallelism() + { unit: 0, web: -1, integration: 1 }[/** @type {'web'} */ (project)]);

const reportOf = (/** @type {string} */ part) => {
  mkdirSync(cacheFolder, { recursive: true });
  const file = join(cacheFolder, `report-${part}.json`);
  rmSync(file, { force: true });
  return file;
};

const vitest = async (/** @type {string} */ project, /** @type {string[]} */ args) => {
  const report = reportOf(project);
  const reporters = ['--reporter', 'dot', '--reporter', 'json', `--outputFile.json=${report}`];
  const { ok } = await run({
    what: `running the ${project} tests`,
    command: process.execPath,
    args: [
      bin('vitest/vitest.mjs'),
      ...['run', '--project', project, `--maxWorkers=${workersOf(project)}`],
      ...reporters,
      ...args,
    ],
  });
  const read = readReport(report);
  return judge(read && countVitest(read), ok);
};

const playwright = async (/** @type {string[]} */ args) => {
  const report = reportOf('e2e');
  // Not before it is needed: on a fresh clone Playwright isn't installed yet when this file is read.
  const { findBrowser } = await import('../setup/browser.mjs');
  const browser = await findBrowser();
  if (!browser) return judge(null, false);
  console.log(`Browser: ${browser.path ?? "Playwright's own"}`);
  const { ok } = await run({
    what: 'running the browser tests',
    command: process.execPath,
    args: [bin('@playwright/test/cli.js'), 'test', '--reporter=list,json', ...args],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report, ...(browser.path && { BROWSER_PATH: browser.path }) },
  });
  const read = readReport(report);
  return judge(read && countPlaywright(read), ok);
};

const battery = async (/** @type {string[]} */ args) => {
  const report = reportOf('battery');
  const { ok } = await run({
    what: 'running the quick battery',
    command: process.execPath,
    args: [batteryEntry, '--quick', '--summary', report, ...args],
  });
  const read = readReport(report);
  return judge(read && countBattery(read), ok);
};

const others = { battery, e2e: playwright };

/** Runs one part of the tests and counts them. */
export const runPart = (/** @type {string} */ part, /** @type {string[]} */ args) =>
  part === 'battery' || part === 'e2e' ? others[part](args) : vitest(part, args);
