import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { waitUntil } from '@botize/testkit/stack';
import { connectionsOn } from './connections-page.ts';
import { openConsole } from './console.ts';
import { credentials, expect, test as base } from './fixtures.ts';

const apiKey = 'key-of-the-support-test-0123456789';

/** The host's side: takes webhooks and keeps what they say. */
interface Receiver {
  url: string;
  received: { type: string; data: Record<string, unknown> }[];
}

const test = base.extend<object, { receiver: Receiver }>({
  receiver: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixture's needs from this pattern
    async ({}, use) => {
      const received: Receiver['received'] = [];
      const server = createServer((request, response) => {
        let body = '';
        request.on('data', (chunk) => (body += String(chunk)));
        request.on('end', () => {
          received.push(JSON.parse(body));
          response.writeHead(204).end();
        });
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      await use({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, received });
      server.closeAllConnections();
      server.close();
    },
    { scope: 'worker' },
  ],
  serverEnv: [
    async ({ receiver }, use) =>
      use({
        HOST_API_KEY: apiKey,
        WEBHOOK_URL: receiver.url,
        WEBHOOK_SECRET: `whsec_${Buffer.alloc(32, 7).toString('base64')}`,
      }),
    { scope: 'worker' },
  ],
});

test('a repair link is asked of the host, and nobody on staff sees it', async ({
  wizard,
  newPerson,
  page,
  browser,
  stack,
  receiver: { received },
}) => {
  const ana = await newPerson();
  const connections = connectionsOn(page, wizard);
  await connections.connectAs(ana);
  const console = await openConsole(browser, stack.url);
  await console.openPerson(ana);
  await console.act('Send a repair link', 'Send the link', 'She asked for it.');
  await expect(console.page.getByText('Botize was asked to send the link.')).toBeVisible();
  const asked = await waitUntil(
    () => received.find(({ type }) => type === 'support.link_requested') ?? null,
    20_000,
    () => `came: ${received.map(({ type }) => type).join()}`,
  );
  expect(asked.data).toMatchObject({ userId: ana.userId });
  expect(await console.page.content()).not.toContain('#t=');
  await expect(console.timeline).toContainText('sent a repair link.');
  await expect(console.timeline).toContainText('Reason given: “She asked for it.”');
});

test('a support link leads a member of staff to the user at once, and a second time nobody', async ({
  wizard,
  newPerson,
  browser,
  stack,
}) => {
  const ana = await newPerson();
  await wizard.openAtPhone(ana, credentials);
  const answer = await fetch(`${stack.url}/api/v1/connect-links`, {
    method: 'POST',
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      userId: ana.userId,
      userLabel: ana.label,
      role: 'support',
      staff: { id: 'staff-of-host', name: 'Pau Vidal' },
    }),
  });
  const { url } = (await answer.json()) as { url: string };
  const theirs = await (await browser.newContext()).newPage();
  await theirs.goto(url);
  await expect(theirs).toHaveURL(`${stack.url}/support/users/${ana.userId}`);
  await expect(theirs.getByRole('heading', { level: 1 })).toHaveText(ana.label);
  await expect(theirs.getByText('Pau Vidal')).toBeVisible();
  await theirs.getByRole('link', { name: 'Everyone' }).click();
  await expect(theirs.getByRole('textbox', { name: /^Botize user/ })).toBeVisible();
  await theirs.reload();
  await expect(theirs).toHaveURL(`${stack.url}/support`);

  const other = await (await browser.newContext()).newPage();
  await other.goto(url);
  await expect(other.getByRole('heading', { level: 1, name: 'This link no longer works' })).toBeVisible();
});
