import { credentials, expect, test } from './fixtures.ts';

test('disconnecting ends the session at Telegram and removes it here', async ({ wizard, newPerson, page, control }) => {
  const ana = await newPerson();
  await wizard.open(ana);
  await wizard.toCode(ana, credentials);
  await wizard.typeCode(await wizard.codeFor(ana.phone));
  await wizard.expectStep('connected');
  const hasKey = async () => (await control.authorizedKeys()).some((key) => key.phone === ana.phone);
  expect(await hasKey()).toBe(true);

  await page.goto('/connections');
  await page.getByRole('button', { name: `Disconnect ${ana.name}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Disconnect', exact: true }).click();

  await expect(page.getByText('is disconnected')).toBeVisible();
  await expect.poll(hasKey).toBe(false);
  await page.reload();
  await expect(page.getByText('No Telegram account is connected yet.')).toBeVisible();
});

test('a session ended in Telegram is noticed by a check', async ({ wizard, newPerson, page, control }) => {
  const ana = await newPerson();
  await wizard.open(ana);
  await wizard.toCode(ana, credentials);
  await wizard.typeCode(await wizard.codeFor(ana.phone));
  await wizard.expectStep('connected');
  const key = (await control.authorizedKeys()).find((one) => one.phone === ana.phone);
  await control.endDevice(ana.phone, key?.authKeyId ?? '');

  await page.goto('/connections');
  await page.getByRole('button', { name: `Check ${ana.name} now` }).click();
  await expect(page.getByText('Needs reconnecting')).toBeVisible();

  // Otherwise the connection would keep a key that Telegram no longer knows.
  await page.getByRole('button', { name: `Remove ${ana.name}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Disconnect', exact: true }).click();
  await expect(page.getByText('is disconnected')).toBeVisible();
});
