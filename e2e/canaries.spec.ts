import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startStack, waitUntil, type Stack } from '@botize/testkit/stack';
import type { Page } from '@playwright/test';
import { credentials, expect, test as base } from './fixtures.ts';
import { findingsIn, keptBy, startWebhookReceiver, storedIn, watchPage, type Sink } from './sinks.ts';

type Receiver = Awaited<ReturnType<typeof startWebhookReceiver>>;

const hostKey = 'canary-of-a-host-key-0123456789';
const webhookSecret = Buffer.from('canary of a webhook secret, long').toString('base64');

/** A server of its own, which tells a host about everything. */
const test = base.extend<object, { receiver: Receiver }>({
  receiver: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixture's needs from this pattern
    async ({}, use) => {
      const receiver = await startWebhookReceiver();
      await use(receiver);
      await receiver.stop();
    },
    { scope: 'worker' },
  ],
  stack: [
    async ({ receiver }, use) => {
      const env = { HOST_API_KEY: hostKey, WEBHOOK_URL: receiver.url, WEBHOOK_SECRET: `whsec_${webhookSecret}` };
      const stack = await startStack({ env });
      await use(stack);
      await stack.stop();
    },
    { scope: 'worker', timeout: 90_000 },
  ],
});

interface Keyring {
  keys: { key: string }[];
  mac: { key: string };
}

const keysOf = ({ dataDir }: Stack): Record<string, string> => {
  const { keys, mac } = JSON.parse(readFileSync(join(dataDir, 'vault-keys.json'), 'utf8')) as Keyring;
  return Object.fromEntries(
    [...keys, mac].map(({ key }, n) => [`key ${n}`, Buffer.from(key, 'base64').toString('latin1')]),
  );
};

/** What must lie nowhere, whoever signs in. */
const always = (stack: Stack) => ({
  'the api_hash': credentials.apiHash,
  'the host’s key': hostKey,
  'the webhook’s secret': webhookSecret,
  ...keysOf(stack),
});

const ask = async (stack: Stack, path: string) => {
  const answer = await fetch(stack.url + path, { headers: { authorization: `Bearer ${hostKey}` } });
  return { name: path, content: Buffer.from(await answer.text()) };
};

/** Everywhere on the server and at the host. */
const serverSinks = async (stack: Stack, receiver: Receiver): Promise<Sink[]> => [
  ...(await storedIn(stack.dataDir)),
  { name: 'the server’s output', content: Buffer.from(stack.log()) },
  receiver.sink(),
  await ask(stack, '/api/v1/connections'),
  await ask(stack, '/api/v1/deliveries'),
  await ask(stack, '/readyz'),
  await ask(stack, '/metrics'),
];

/** Asks for what is refused, with the secrets in the wrong places. */
const provokeErrors = (page: Page, secrets: Record<string, string>) =>
  page.evaluate(async (words) => {
    const send = (path: string, body: string, type = 'application/json') =>
      fetch(path, { method: 'POST', body, headers: { 'content-type': type } }).then((answer) => answer.text());
    const bodies = words.flatMap((word) => [word, JSON.stringify(word), JSON.stringify({ [word]: word }), `{"${word}`]);
    for (const body of bodies) {
      await send('/api/attempts', body);
      await send('/api/session', body);
      await send('/api/attempts/att_AAAAAAAAAAAAAAAAAAAAAA/commands', body, 'text/plain');
    }
  }, Object.values(secrets));

test('the search finds a secret in each of its spellings', () => {
  const secret = 'a canary, as it sings';
  const raw = Buffer.from(secret);
  const forms = [
    raw,
    Buffer.from(raw.toString('hex')),
    Buffer.from(raw.toString('base64')),
    Buffer.from(Buffer.concat([Buffer.from('x'), raw, Buffer.from('y')]).toString('base64')),
    Buffer.from(Buffer.concat([Buffer.from('xx'), raw, Buffer.from('yy')]).toString('base64url')),
    Buffer.from(secret, 'utf16le'),
    Buffer.from(encodeURIComponent(secret)),
  ];
  for (const [n, content] of forms.entries()) {
    expect(findingsIn([{ name: `form ${n}`, content }], { it: secret })).toEqual([`it in form ${n}`]);
  }
});

test('number, code, password and its hint lie nowhere, neither on the way nor at the end', async ({
  wizard,
  newPerson,
  page,
  stack,
  receiver,
}) => {
  const [password, hint] = ['a canary of a password', 'a canary of a hint'];
  const ana = await newPerson({ scenario: 'sms_phrase', password, hint });
  const watched = watchPage(page);
  await wizard.open(ana);
  await wizard.toCode(ana, credentials);
  const code = await wizard.codeFor(ana.phone);
  const secrets = {
    ...always(stack),
    number: ana.phone,
    'number without plus': ana.phone.slice(1),
    code,
    password,
  };
  const everywhere = { ...secrets, hint };
  const onServer = async () => findingsIn(await serverSinks(stack, receiver), everywhere);
  expect(await onServer()).toEqual([]);

  const field = wizard.step('code').getByRole('textbox');
  await field.fill(code);
  await field.press('Enter');
  await wizard.expectStep('password');
  expect(await onServer()).toEqual([]);
  await wizard.typePassword('not the canary');
  await expect(wizard.alert.first()).toBeVisible();
  await wizard.typePassword(password);
  await wizard.expectStep('connected');

  await waitUntil(
    () => receiver.events() > 0 || null,
    20_000,
    () => 'no webhook came',
  );
  expect(await onServer()).toEqual([]);
  expect(findingsIn(await keptBy(page), everywhere)).toEqual([]);
  await provokeErrors(page, everywhere);
  expect(findingsIn(await watched(), secrets)).toEqual([]);
  expect(await onServer()).toEqual([]);
  const cookies = await page.context().cookies();
  const session = cookies.find(({ httpOnly }) => httpOnly)?.value ?? '';
  expect(session).toMatch(/^[\w-]{43}$/);
  expect(findingsIn([...(await serverSinks(stack, receiver)), ...(await keptBy(page))], { session })).toEqual([]);
});

test('the email address lies nowhere', async ({ wizard, newPerson, page, stack, receiver, control }) => {
  const email = 'canary.of.ana@mail.example';
  const ana = await newPerson({ scenario: 'email_setup' });
  const watched = watchPage(page);
  await wizard.open(ana);
  await wizard.fillCredentials(credentials);
  await wizard.expectStep('phone');
  await wizard.fillPhone(ana.phone);
  await wizard.expectStep('email');
  await page.getByRole('textbox', { name: 'Email address' }).fill(email);
  await page.keyboard.press('Enter');
  await wizard.expectStep('code');
  const secrets = { ...always(stack), email, 'its name': email.split('@')[0] ?? '' };
  expect(findingsIn(await serverSinks(stack, receiver), secrets)).toEqual([]);
  const { messages } = (await control.account(ana.phone)) as unknown as { messages: { kind: string; code: string }[] };
  await wizard.typeCode(messages.find(({ kind }) => kind === 'email')?.code ?? '');
  await expect(wizard.step('code')).toContainText('to your email address.');
  await wizard.typeCode(await wizard.codeFor(ana.phone));
  await wizard.expectStep('connected');
  expect(findingsIn(await keptBy(page), secrets)).toEqual([]);
  expect(findingsIn(await serverSinks(stack, receiver), secrets)).toEqual([]);
  expect(findingsIn(await watched(), secrets)).toEqual([]);
});

test('the Fragment address lies nowhere on the server, and not on the page at the end', async ({
  wizard,
  newPerson,
  page,
  stack,
  receiver,
}) => {
  const ana = await newPerson({ scenario: 'fragment' });
  await wizard.open(ana);
  await wizard.toCode(ana, credentials);
  const link = page.getByRole('link', { name: 'Open Fragment' });
  const address = (await link.getAttribute('href')) ?? '';
  expect(address).toMatch(/^https:\/\/fragment\.com\/./);
  const secrets = { ...always(stack), 'the Fragment address': address };
  expect(findingsIn(await serverSinks(stack, receiver), secrets)).toEqual([]);
  await wizard
    .step('code')
    .getByRole('textbox')
    .fill(await wizard.codeFor(ana.phone));
  await wizard.expectStep('connected');
  expect(findingsIn(await serverSinks(stack, receiver), secrets)).toEqual([]);
  expect(findingsIn(await keptBy(page), secrets)).toEqual([]);
});
