import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { cacheFolder } from '../paths.mjs';
import { run, runOrStop } from '../processes/run.mjs';
import { browserArguments, browserPath } from '../setup/browser.mjs';

/** Apart from the project's own packages: it is large, and only this command needs it. */
export const version = '13.5.0';
const folder = join(cacheFolder, 'lighthouse');
const program = join(folder, 'node_modules', 'lighthouse', 'cli', 'index.js');

export const ensureLighthouse = async () => {
  if (existsSync(program)) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"private":true}\n');
  await runOrStop({
    what: `installing Lighthouse ${version}`,
    command: process.platform === 'win32' ? 'npm.cmd' : 'npm',
    args: ['install', '--prefix', folder, '--no-audit', '--no-fund', '--loglevel=error', `lighthouse@${version}`],
  });
};

const tries = 3;

/**
 * One page as a mid-range phone on a slow connection loads it, which is what Lighthouse simulates unless told otherwise.
 * Now and then the browser doesn't start to navigate; then it is asked again.
 * @param {{ url: string, cookie: string | null }} page
 */
export const lighthouse = async ({ url, cookie }) => {
  const report = join(folder, 'report.json');
  for (let left = tries; left > 0; left -= 1) {
    rmSync(report, { force: true });
    const { output } = await run({
      what: `looking at ${url}`,
      command: process.execPath,
      args: [
        program,
        url,
        '--quiet',
        '--output=json',
        `--output-path=${report}`,
        '--only-categories=performance,accessibility,best-practices',
        `--chrome-flags=--headless ${browserArguments.join(' ')}`,
        ...(cookie === null ? [] : [`--extra-headers=${JSON.stringify({ Cookie: cookie })}`]),
      ],
      env: { CHROME_PATH: browserPath() ?? chromium.executablePath() },
      quiet: true,
      timeout: 180_000,
    });
    const result = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null;
    if (result !== null && !result.runtimeError) return result;
    if (left === 1) throw new Error(`Lighthouse saw nothing at ${url}:\n${output}`);
  }
};
