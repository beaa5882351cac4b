import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { bin } from '../paths.mjs';
import { run } from '../processes/run.mjs';

/** Silences what a browser would otherwise ask of the network; as root it needs to do without its sandbox. */
export const browserArguments = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

const variables = ['BROWSER_PATH', 'CHROME_PATH', 'PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH'];
const systemBrowsers = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const namedBrowser = () => variables.map((name) => process.env[name]).find(Boolean);
const systemBrowser = () => systemBrowsers.find((path) => existsSync(path));

/** The browser named by a variable, else the system's where Playwright has none of its own; else undefined. */
export const browserPath = () =>
  namedBrowser() ?? (existsSync(chromium.executablePath()) ? undefined : systemBrowser());

const starts = async (/** @type {string | undefined} */ executablePath) => {
  try {
    const browser = await chromium.launch({
      args: browserArguments,
      timeout: 30_000,
      ...(executablePath && { executablePath }),
    });
    await browser.close();
    return true;
  } catch {
    return false;
  }
};

const install = () =>
  run({
    what: 'installing a browser (npx playwright install)',
    command: process.execPath,
    args: [bin('@playwright/test/cli.js'), 'install', '--only-shell', 'chromium'],
    quiet: true,
    timeout: 180_000,
  });

const installFromDistribution = () =>
  run({
    what: 'installing a browser (apt-get install chromium-headless-shell)',
    command: 'sh',
    args: ['-c', 'apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium-headless-shell'],
    env: { DEBIAN_FRONTEND: 'noninteractive' },
    quiet: true,
    timeout: 300_000,
  });

/**
 * Finds a browser that starts, or gets one. The answer's `path` is undefined for Playwright's own.
 * @returns {Promise<{ path: string | undefined } | null>}
 */
export const findBrowser = async () => {
  const named = namedBrowser();
  if (named) {
    if (await starts(named)) return { path: named };
    console.error(`The browser named by a variable doesn't start: ${named}`);
    return null;
  }
  if (await starts(undefined)) return { path: undefined };
  const system = systemBrowser();
  if (system && (await starts(system))) return { path: system };

  console.log("No browser found. Fetching Playwright's own (three minutes at most)");
  if ((await install()).ok && (await starts(undefined))) return { path: undefined };
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('That failed. Installing chromium-headless-shell with apt-get');
    await installFromDistribution();
    const installed = systemBrowser();
    if (installed && (await starts(installed))) return { path: installed };
  }
  console.error(
    `No browser can be had here. Install Chromium, or name one: ${variables[0]}=/path/to/chromium npm test`,
  );
  return null;
};
