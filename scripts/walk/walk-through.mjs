import { chromium } from '@playwright/test';
import { browserArguments, browserPath } from '../setup/browser.mjs';
import { codeFor, newPerson } from './simulated-phone.mjs';

const patience = 20_000;

/**
 * Goes through the whole wizard of a running instance in a real browser, as a person with a cloud password would, and
 * ends on the last page. `onPage` is called with the page once each step stands there.
 * @param {{
 *   url: string, simulatorUrl: string, theme: 'light' | 'dark',
 *   onPage?: (page: import('@playwright/test').Page, step: string) => Promise<void>,
 * }} walk
 */
export const walkThrough = async ({ url, simulatorUrl, theme, onPage = async () => {} }) => {
  const executablePath = browserPath();
  const browser = await chromium.launch({ args: browserArguments, ...(executablePath && { executablePath }) });
  try {
    const page = await browser.newPage({
      baseURL: url,
      colorScheme: theme,
      locale: 'en-GB',
      reducedMotion: 'reduce',
      viewport: { width: 1280, height: 860 },
    });
    page.setDefaultTimeout(patience);
    const reach = async (/** @type {string} */ step) => {
      await page.locator(`main[data-step="${step}"]`).getByRole('heading', { level: 1 }).waitFor();
      await onPage(page, step);
    };
    const fill = (/** @type {string} */ label, /** @type {string} */ text) =>
      page.getByLabel(label, { exact: true }).fill(text);
    const press = (/** @type {string} */ name) => page.getByRole('button', { name, exact: true }).click();
    const person = await newPerson(simulatorUrl);

    await page.goto('/');
    await fill('User ID', person.userId);
    await fill('Shown as', 'ana@example.com');
    await press('Sign in');
    await page.getByRole('heading', { level: 1, name: 'Your Telegram accounts' }).waitFor();

    await page.goto('/connect');
    await reach('credentials');
    await fill('API ID', '12345');
    await fill('API hash', '0123456789abcdef0123456789abcdef');
    await page.getByRole('checkbox', { name: /I agree/ }).check();
    await press('Continue');

    await reach('phone');
    await fill('Phone number', person.phone);
    await press('Authorize');

    await reach('code');
    await fill('Code', await codeFor(simulatorUrl, person.phone));

    await reach('password');
    await fill('Cloud password', person.password);
    await press('Continue');
    await reach('connected');
  } finally {
    await browser.close();
  }
};
