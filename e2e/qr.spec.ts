import type { Page } from '@playwright/test';
import { credentials, expect, test } from './fixtures.ts';

/** What the QR code on the page says; a phone would read it with its camera. */
const shownCode = async (page: Page): Promise<string> => {
  await expect(page.getByRole('img', { name: 'QR code to sign in with Telegram' })).toBeVisible();
  const attempt = await (await page.request.get('/api/attempts/current')).json();
  return attempt.state.qr.url;
};

test('a QR code approved on the phone connects without a code', async ({ wizard, newPerson, page, control }) => {
  const ana = await newPerson();
  await wizard.open(ana);
  await wizard.fillCredentials(credentials);
  await wizard.expectStep('phone');
  await page.getByRole('button', { name: 'Show QR code' }).click();

  await control.approveQr(await shownCode(page), ana.phone);
  await wizard.expectStep('connected');
  await expect(wizard.step('connected')).toContainText(ana.name);
});

test('a QR code of an account with a password, in another data centre', async ({
  wizard,
  newPerson,
  page,
  control,
}) => {
  const ana = await newPerson({ dcId: 3, password: 'correct horse' });
  await wizard.open(ana);
  await wizard.fillCredentials(credentials);
  await wizard.expectStep('phone');
  await page.getByRole('button', { name: 'Show QR code' }).click();

  await control.approveQr(await shownCode(page), ana.phone);
  await wizard.expectStep('password');
  await wizard.typePassword('correct horse');
  await wizard.expectStep('connected');
});
