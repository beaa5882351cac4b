import { test as base, expect, type Page } from '@playwright/test';
import { startStack, waitUntil, type Stack } from '@botize/testkit/stack';
import { freePort } from '../scripts/processes/ports.mjs';
import { apiKey, hostSettings, signInAtHost, startExampleHost } from './example-host.ts';
import { credentials } from './fixtures.ts';
import { wizardOn } from './wizard.ts';

/** The example host on 127.0.0.1, the wizard on localhost: to a browser these are two sites. */
interface Sites {
  stack: Stack;
  hostUrl: string;
}

const patience = 30_000;

const test = base.extend<object, { sites: Sites }>({
  sites: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixture's needs from this pattern
    async ({}, use) => {
      const port = await freePort();
      const hostUrl = `http://127.0.0.1:${port}`;
      const stack = await startStack({
        env: hostSettings(hostUrl, hostUrl),
      });
      const stopHost = await startExampleHost({ stack, port });
      await use({ stack, hostUrl });
      await stopHost();
      await stack.stop();
    },
    { scope: 'worker', timeout: 90_000 },
  ],
});

let people = 0;
const newPerson = async ({ control }: Stack) => {
  people += 1;
  const phone = `+34699000${String(people).padStart(3, '0')}`;
  await control.person({ phone, firstName: 'Ana', lastName: String(people), dcId: 2 });
  return { id: `host-user-${people}`, phone };
};

const connectedId = async (page: Page) => (await page.locator('#connection').textContent()) ?? '';
const note = (page: Page, text: string | RegExp) => page.locator('#notes li').filter({ hasText: text });

/** Webhooks come in their own time: the page is loaded until it shows one. */
const seeNote = (page: Page, text: string) =>
  waitUntil(
    async () => {
      await page.reload();
      return (await note(page, text).count()) > 0 || null;
    },
    patience,
    () => `no note "${text}"`,
  );

test('the whole story: connect, come back, run, end on the phone, repair under the same id', async ({
  page,
  sites,
}) => {
  const { stack, hostUrl } = sites;
  const ana = await newPerson(stack);
  const wizard = wizardOn(page, stack.control);
  await signInAtHost(page, hostUrl, ana.id);
  await page.getByRole('button', { name: 'Connect Telegram' }).click();
  await wizard.expectStep('credentials');
  expect(page.url()).toBe(`${stack.url}/connect`);
  await expect(page.getByText(`${ana.id}@example.com`)).toBeVisible();
  await wizard.toCode(ana, credentials);
  await wizard.typeCode(await wizard.codeFor(ana.phone));
  await wizard.expectStep('connected');
  await page.getByRole('button', { name: 'Continue to Botize' }).click();

  await expect(note(page, 'came back: created')).toBeVisible();
  expect(page.url()).toBe(`${hostUrl}/`);
  const id = await connectedId(page);
  expect(id).toMatch(/^con_/);
  await seeNote(page, 'webhook connection.connected');
  await page.getByRole('button', { name: 'Run the job' }).click();
  await expect(note(page, /job: Ana has [1-3] messages from Telegram/)).toBeVisible({ timeout: patience });

  const { devices } = await stack.control.account(ana.phone);
  await stack.control.endDevice(ana.phone, devices[0]?.authKeyId ?? '');
  await page.getByRole('button', { name: 'Run the job' }).click();
  await expect(note(page, 'job failed')).toBeVisible({ timeout: patience });
  await seeNote(page, 'webhook connection.needs_reconnect');

  await page.getByRole('button', { name: 'Reconnect Telegram' }).click();
  await wizard.expectStep('credentials');
  await wizard.consent.check();
  await wizard.continue.click();
  await wizard.expectStep('phone');
  await page.getByRole('button', { name: 'Authorize' }).click();
  await wizard.expectStep('code');
  await wizard.typeCode(await wizard.codeFor(ana.phone));
  await wizard.expectStep('connected');
  await page.getByRole('button', { name: 'Continue to Botize' }).click();
  await expect(note(page, 'came back: reconnected')).toBeVisible();
  expect(await connectedId(page)).toBe(id);
  await page.getByRole('button', { name: 'Run the job' }).click();
  await expect(note(page, /job: Ana has/)).toHaveCount(2, { timeout: patience });
  await stack.expectNoOrphans();
});

test('in a dialog of the host: a frame of another site, with its own cookie and messages', async ({ page, sites }) => {
  const { stack, hostUrl } = sites;
  const ana = await newPerson(stack);
  await signInAtHost(page, hostUrl, ana.id);
  await page.getByRole('button', { name: 'Connect in a dialog' }).click();
  const frame = page.frameLocator('iframe[title="Telegram"]');
  const wizard = wizardOn(page, stack.control, frame);
  await wizard.toCode(ana, credentials);
  await wizard.typeCode(await wizard.codeFor(ana.phone));
  await wizard.expectStep('connected');
  const cookies = await page.context().cookies(stack.url);
  expect(cookies.map(({ name, sameSite }) => [name, sameSite])).toEqual([['botize_dev_frame', 'None']]);

  await frame.getByRole('button', { name: 'Continue to Botize' }).click();
  await expect(page.locator('dialog')).toHaveCount(0);
  await expect(note(page, /^redeemed con_/)).toBeVisible();
});

test('no other origin can show the wizard in a frame', async ({ page, sites }) => {
  const { stack, hostUrl } = sites;
  await page.goto(hostUrl.replace('127.0.0.1', 'localhost'));
  await page.evaluate((address) => {
    const frame = document.createElement('iframe');
    frame.src = address;
    document.body.append(frame);
  }, `${stack.url}/connect`);
  const refused = await page.waitForEvent('console', (message) => message.text().includes('frame-ancestors'));
  expect(refused.type()).toBe('error');
});

test('a forwarded link names the account it is for, and without the redemption nothing is leased', async ({
  page,
  browser,
  sites,
}) => {
  const { stack, hostUrl } = sites;
  const victim = await newPerson(stack);
  await signInAtHost(page, hostUrl, 'mallory');
  const { url } = await page.evaluate(() => fetch('/link', { method: 'POST' }).then((answer) => answer.json()));

  const theirs = await (await browser.newContext()).newPage();
  await signInAtHost(theirs, hostUrl, victim.id);
  const wizard = wizardOn(theirs, stack.control);
  await theirs.goto(url);
  await wizard.expectStep('credentials');
  await expect(theirs.getByText('mallory@example.com')).toBeVisible();
  await wizard.toCode(victim, credentials);
  await expect(theirs.getByText('mallory@example.com')).toBeVisible();
  await wizard.typeCode(await wizard.codeFor(victim.phone));
  await wizard.expectStep('connected');
  await theirs.getByRole('button', { name: 'Continue to Botize' }).click();
  await expect(note(theirs, 'not redeemed: link.code_invalid')).toBeVisible();

  const ask = (path: string, more: object = {}) =>
    fetch(`${stack.url}/api/v1${path}`, {
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
      ...more,
    }).then((answer) => answer.json());
  const { items } = await ask('/connections?userId=mallory');
  expect(items).toMatchObject([{ redeemed: false }]);
  const body = JSON.stringify({ holder: 'mallory', seconds: 60 });
  const refused = await ask(`/connections/${items[0].id}/leases`, { method: 'POST', body });
  expect(refused.code).toBe('lease.not_redeemed');

  const own = await (await browser.newContext()).newPage();
  await own.goto(url);
  await expect(own.getByRole('heading', { level: 1, name: /link/i })).toBeVisible();
  await expect(own.locator('main[data-step]')).toHaveCount(0);
  await page.goto(hostUrl);
  expect(await connectedId(page)).toBe('');
});
