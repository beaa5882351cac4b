import { defineConfig } from '@playwright/test';
import { browserArguments, browserPath } from './scripts/setup/browser.mjs';

const executablePath = browserPath();

/** Each worker runs a server and a simulated Telegram of its own (e2e/fixtures.ts), so nothing is shared. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  fullyParallel: false,
  workers: 2,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env['CI']),
  reporter: 'list',
  use: {
    browserName: 'chromium',
    locale: 'en-GB',
    timezoneId: 'Europe/Madrid',
    viewport: { width: 1280, height: 860 },
    trace: 'off',
    video: 'off',
    screenshot: 'only-on-failure',
    actionTimeout: 20_000,
    launchOptions: { args: browserArguments, ...(executablePath && { executablePath }) },
  },
});
