import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { startStack, type Stack } from '@botize/testkit/stack';
import { freePort } from '../scripts/processes/ports.mjs';
import { hostSettings, signInAtHost, startExampleHost } from './example-host.ts';
import { credentials } from './fixtures.ts';
import { selfSigned } from './tls/self-signed.ts';
import { startTlsProxy, type TlsProxy } from './tls/tls-proxy.ts';
import { wizardOn } from './wizard.ts';

/** Both behind a proxy that speaks https: the wizard on localhost, the host on 127.0.0.1, which is another site. */
interface Sites {
  stack: Stack;
  wizardProxy: TlsProxy;
  wizardUrl: string;
  hostUrl: string;
}

const certificate = selfSigned();

const test = base.extend<object, { sites: Sites }>({
  ignoreHTTPSErrors: true,
  sites: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixture's needs from this pattern
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'botize-tls-'));
      const certFile = join(folder, 'cert.pem');
      writeFileSync(certFile, certificate.cert);
      const [wizardProxy, hostProxy, port] = [
        await startTlsProxy(certificate),
        await startTlsProxy(certificate),
        await freePort(),
      ];
      const wizardUrl = `https://localhost:${wizardProxy.port}`;
      const hostUrl = `https://127.0.0.1:${hostProxy.port}`;
      const settings = hostSettings(hostUrl, `http://127.0.0.1:${port}`);
      const stack = await startStack({ env: { PUBLIC_URL: wizardUrl, TRUST_PROXY: '1', ...settings } });
      wizardProxy.leadTo(Number(new URL(stack.url).port));
      hostProxy.leadTo(port);
      const env = { CONNECT_URL: wizardUrl, EXAMPLE_URL: hostUrl, NODE_EXTRA_CA_CERTS: certFile };
      const stopHost = await startExampleHost({ stack, port, env });
      await use({ stack, wizardProxy, wizardUrl, hostUrl });
      await stopHost();
      wizardProxy.stop();
      hostProxy.stop();
      await stack.stop();
      rmSync(folder, { recursive: true });
    },
    { scope: 'worker', timeout: 90_000 },
  ],
});

const newPerson = async ({ control }: Stack, id: string, phone: string) => {
  await control.person({ phone, firstName: 'Ana', dcId: 2 });
  return { id, phone };
};

/** As browsers do whose users have switched third-party cookies off. The last two let no exception through. */
const blocking = {
  enableThirdPartyCookieRestriction: true,
  disableThirdPartyCookieMetadata: true,
  disableThirdPartyCookieHeuristics: true,
};
const blockThirdPartyCookies = async (page: Page) => {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.setCookieControls', blocking);
};

/** All that the browser keeps for the wizard, without what is secret. */
const cookiesOf = async (page: Page, url: string) => {
  const cookies = await page.context().cookies(url);
  return cookies.map(({ name, sameSite, secure, httpOnly, path, domain, partitionKey }) => {
    const own = { name, sameSite, secure, httpOnly, path, domain };
    return partitionKey === undefined ? own : { ...own, partitionKey };
  });
};

const shared = { secure: true, httpOnly: true, path: '/', domain: 'localhost' };
const pageCookie = { ...shared, name: '__Host-botize', sameSite: 'Lax' };
const frameCookie = (hostUrl: string) => ({
  ...shared,
  name: '__Host-botize-frame',
  sameSite: 'None',
  partitionKey: `https://${new URL(hostUrl).hostname}`,
});

test('in a frame of another site, where third-party cookies are blocked, the partitioned one carries it all', async ({
  page,
  sites,
}) => {
  const { stack, wizardUrl, hostUrl } = sites;
  const ana = await newPerson(stack, 'framed', '+34699200001');
  await blockThirdPartyCookies(page);
  await signInAtHost(page, hostUrl, ana.id);
  await page.getByRole('button', { name: 'Connect in a dialog' }).click();
  const frame = page.frameLocator('iframe[title="Telegram"]');
  const wizard = wizardOn(page, stack.control, frame);
  await expect(frame.getByText(`${ana.id}@example.com`)).toBeVisible();
  await wizard.toCode(ana, credentials);
  expect(await cookiesOf(page, wizardUrl)).toEqual([frameCookie(hostUrl)]);
  await wizard.typeCode(await wizard.codeFor(ana.phone));
  await wizard.expectStep('connected');
  await frame.getByRole('button', { name: 'Continue to Botize' }).click();
  await expect(page.locator('dialog')).toHaveCount(0);
  await expect(page.locator('#notes li').filter({ hasText: /^redeemed con_/ })).toBeVisible();

  // What is signed in inside the host's page is signed in nowhere else.
  await page.goto(`${wizardUrl}/connections`);
  await expect(page.getByRole('heading', { level: 1, name: 'Development sign-in' })).toBeVisible();
  await stack.expectNoOrphans();
});

test('that browser does refuse a cookie of another site that is not partitioned', async ({ page, sites }) => {
  const tracker = createServer(certificate, (_request, response) => {
    const cookies = ['everywhere', 'here'].map((name) => `${name}=1; Path=/; SameSite=None; Secure`);
    response.setHeader('set-cookie', [cookies[0] ?? '', `${cookies[1]}; Partitioned`]);
    response.end();
  });
  await new Promise<void>((resolve) => tracker.listen(0, '127.0.0.1', resolve));
  const address = `https://localhost:${(tracker.address() as AddressInfo).port}/`;
  await blockThirdPartyCookies(page);
  await page.goto(sites.hostUrl);
  await page.evaluate(
    (src) =>
      new Promise((resolve) => {
        const frame = Object.assign(document.createElement('iframe'), { src, onload: resolve });
        document.body.append(frame);
      }),
    address,
  );
  const names = (await page.context().cookies(address)).map(({ name }) => name);
  tracker.closeAllConnections();
  tracker.close();
  expect(names).toEqual(['here']);
});

test('on its own page: link, wizard, and the way back, with a cookie that only this origin can set', async ({
  page,
  sites,
}) => {
  const { stack, wizardUrl, hostUrl } = sites;
  const ana = await newPerson(stack, 'on-top', '+34699200002');
  const wizard = wizardOn(page, stack.control);
  await signInAtHost(page, hostUrl, ana.id);
  await page.getByRole('button', { name: 'Connect Telegram' }).click();
  await wizard.expectStep('credentials');
  expect(page.url()).toBe(`${wizardUrl}/connect`);
  expect(await cookiesOf(page, wizardUrl)).toEqual([pageCookie]);
  await wizard.toCode(ana, credentials);
  await page.reload();
  await wizard.expectStep('code');
  await wizard.typeCode(await wizard.codeFor(ana.phone));
  await wizard.expectStep('connected');
  await page.getByRole('button', { name: 'Continue to Botize' }).click();
  await expect(page.locator('#notes li').filter({ hasText: 'came back: created' })).toBeVisible();
  expect(page.url()).toBe(`${hostUrl}/`);
  await page.getByRole('button', { name: 'Run the job' }).click();
  await expect(page.locator('#notes li').filter({ hasText: /job: Ana has/ })).toBeVisible({ timeout: 30_000 });
  await stack.expectNoOrphans();
});

test('the answer to opening a link gets lost: the same browser opens it again, another one does not', async ({
  page,
  browser,
  sites,
}) => {
  const { stack, wizardProxy, wizardUrl, hostUrl } = sites;
  await signInAtHost(page, hostUrl, 'unlucky');
  const link = () => page.evaluate(() => fetch('/link', { method: 'POST' }).then((answer) => answer.json()));
  const { url } = await link();
  const lost = wizardProxy.loseNextAnswer('POST /api/session');
  await page.goto(url);
  await lost;
  const theirs = await browser.newPage();
  await theirs.goto(url);
  await expect(theirs.getByRole('heading', { level: 1, name: 'This link no longer works' })).toBeVisible();
  await wizardOn(page, stack.control).expectStep('credentials');
  await expect(page.getByText('unlucky@example.com')).toBeVisible();
  expect(await cookiesOf(page, wizardUrl)).toEqual([pageCookie]);
  await theirs.close();
});

test('the development sign-in, and signing out, leave nothing behind', async ({ page, sites }) => {
  const { stack, wizardUrl } = sites;
  await page.goto(wizardUrl);
  await page.getByRole('textbox', { name: 'User ID', exact: true }).fill('somebody');
  const answered = page.waitForResponse((answer) => answer.url() === `${wizardUrl}/api/session` && answer.ok());
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  const answer = await answered;
  expect(answer.headers()['strict-transport-security']).toBe('max-age=31536000');
  await expect(page.getByRole('heading', { level: 1, name: 'Your Telegram accounts' })).toBeVisible();
  expect(await cookiesOf(page, wizardUrl)).toEqual([pageCookie]);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect.poll(() => cookiesOf(page, wizardUrl)).toEqual([]);
  expect(stack.log()).not.toContain('"level":50');
});
