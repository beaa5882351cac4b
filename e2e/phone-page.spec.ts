import type { Page } from '@playwright/test';
import { credentials, expect, test } from './fixtures.ts';

/** Otherwise the connection would keep a key that Telegram no longer knows. */
const removeConnections = async (page: Page) => {
  const answer = await page.request.get('/api/connections');
  const { items } = (await answer.json()) as { items: { id: string }[] };
  const headers = { origin: new URL(answer.url()).origin };
  for (const { id } of items) await page.request.delete(`/api/connections/${id}`, { headers });
};

test('the simulated phone sets a password, approves a QR code, confirms the login and ends it', async ({
  wizard,
  newPerson,
  page,
  context,
  control,
}) => {
  const ana = await newPerson();
  const phone = await context.newPage();
  await phone.goto(`${control.url}/#${ana.phone}`);
  // A code of the test before lives for 30 s, and would be the one that is approved.
  await expect(phone.getByText('No QR code is being shown')).toBeVisible({ timeout: 40_000 });
  await phone.getByRole('switch', { name: 'Two-step verification' }).click();
  await phone.getByLabel('Cloud password').fill('correct horse');
  await phone.getByLabel('Hint, if there is one').fill('a battery staple');
  await phone.getByRole('button', { name: 'Set' }).click();

  await wizard.openAtPhone(ana, credentials);
  await page.getByRole('button', { name: 'Show QR code' }).click();
  await phone.getByRole('button', { name: 'Approve' }).click();
  await wizard.expectStep('password');
  await expect(wizard.step('password')).toContainText('a battery staple');
  await wizard.typePassword('correct horse');
  await wizard.expectStep('connected');

  await phone.getByRole('button', { name: 'Yes, it’s me: Botize' }).click();
  await expect(phone.getByText(/^since .*, confirmed$/)).toBeVisible();
  await phone.getByRole('button', { name: 'End: Botize' }).click();
  const isSignedIn = async () => (await control.authorizedKeys()).some((key) => key.phone === ana.phone);
  await expect.poll(isSignedIn).toBe(false);
  await removeConnections(page);
});

test('the simulated phone shows the code, and “No” signs the new login out', async ({
  wizard,
  newPerson,
  page,
  context,
  control,
}) => {
  const ana = await newPerson({ scenario: 'sms' });
  const phone = await context.newPage();
  await phone.goto(`${control.url}/#${ana.phone}`);
  await wizard.openAtPhone(ana, credentials);
  await wizard.fillPhone(ana.phone);
  await wizard.expectStep('code');
  await wizard.typeCode(await phone.locator('.bubble.live .code').innerText());
  await wizard.expectStep('connected');

  await phone.getByRole('button', { name: 'No: Botize' }).click();
  await expect.poll(async () => (await control.authorizedKeys()).some((key) => key.phone === ana.phone)).toBe(false);
  await removeConnections(page);
});

test('the simulated phone lists the numbers for everything that can happen', async ({ page, control }) => {
  await page.goto(control.url);
  await page.getByText('Numbers for everything that can happen').click();
  await expect(page.getByRole('row', { name: /\+9996620300 Has to wait 49 minutes for a code\./ })).toBeVisible();
  expect(await page.getByRole('row').count()).toBeGreaterThan(100);
});
