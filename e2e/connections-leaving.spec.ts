import { connectionsOn } from './connections-page.ts';
import { credentials, expect, test } from './fixtures.ts';

test.use({ serverEnv: { TELEGRAM_DEADLINE_MS: '8000' } });

test('a disconnect while Telegram is out of reach is done here at once, and there as soon as possible', async ({
  wizard,
  newPerson,
  page,
  control,
  stack,
}) => {
  const ana = await newPerson();
  const connections = connectionsOn(page, wizard);
  await connections.connectAs(ana);
  await control.fault({ method: 'connect', times: 100_000, kind: { type: 'reset_before' } });
  await connections.end(ana, 'Disconnect');

  await expect(page.getByText('is disconnected here, and erased.')).toBeVisible();
  await expect(page.getByRole('article')).toHaveCount(0);
  expect(await connections.list()).toEqual([]);
  const keys = await stack.expectAllKnown();
  expect(keys.retired).toHaveLength(1);

  await page.reload();
  await expect(page.getByText('Telegram hasn’t confirmed yet')).toBeVisible();
  await control.clearFaults();
  await expect(page.getByText('Telegram hasn’t confirmed yet')).toHaveCount(0);
  await expect(connections.activity).toContainText('Telegram confirmed that a session no longer needed is ended.');
  expect((await control.authorizedKeys()).some(({ phone }) => phone === ana.phone)).toBe(false);
});

test('what a disconnect is still waiting for shows on the same page when it is done', async ({
  wizard,
  newPerson,
  page,
  control,
}) => {
  const ana = await newPerson();
  const connections = connectionsOn(page, wizard);
  await connections.connectAs(ana);
  await control.fault({ method: 'connect', times: 100_000, kind: { type: 'reset_before' } });
  await connections.end(ana, 'Disconnect');
  await expect(page.getByText('is disconnected here, and erased.')).toBeVisible();
  await control.clearFaults();
  await expect(page.getByText('is disconnected. Telegram has confirmed it.')).toBeVisible();
});

test('leaving erases every account, the sign-in under way, and the browser’s session', async ({
  wizard,
  newPerson,
  page,
  control,
}) => {
  const ana = await newPerson();
  const shop = await newPerson();
  const connections = connectionsOn(page, wizard);
  await connections.connectAs(ana);
  await connections.connect(shop);
  await connections.open();
  await page.goto('/connect');
  await wizard.expectStep('credentials');
  await wizard.toCode(shop, credentials);

  await connections.open();
  await page.getByRole('button', { name: 'Erase everything' }).click();
  await page.getByRole('button', { name: 'Keep everything' }).click();
  expect(await connections.list()).toHaveLength(2);
  await page.getByRole('button', { name: 'Erase everything' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Erase everything' }).click();
  await expect(page.getByRole('heading', { name: 'Everything is erased' })).toBeVisible();

  const phones = [ana.phone, shop.phone];
  await expect
    .poll(async () => (await control.authorizedKeys()).filter((key) => phones.includes(key.phone)))
    .toEqual([]);
  expect((await page.request.get('/api/connections')).status()).toBe(401);
  await wizard.open(ana);
  expect(await connections.list()).toEqual([]);
  await connections.open();
  await expect(connections.activity).toContainText('You erased everything here.');
});

test('activity and advice are in the person’s language', async ({ wizard, newPerson, page }) => {
  const ana = await newPerson();
  const connections = connectionsOn(page, wizard);
  await connections.connectAs(ana);
  await expect(page.getByRole('region', { name: 'Was that you?' })).toContainText('Yes, it’s me');
  await page.getByRole('banner').getByLabel('Language').selectOption('es');
  await expect(page.getByRole('region', { name: 'Actividad' })).toContainText('La conectaste.');
  await expect(page.getByRole('region', { name: '¿Fuiste tú?' })).toContainText('Sí, soy yo');
});
