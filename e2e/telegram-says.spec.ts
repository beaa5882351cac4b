import { credentials, expect, test } from './fixtures.ts';

test('a wait of 49 minutes is a time of day, survives a reload, and asks Telegram nothing', async ({
  wizard,
  newPerson,
  page,
  control,
  stack,
}) => {
  const ana = await newPerson({ scenario: 'flood_send_code' });
  await wizard.openAtPhone(ana, credentials);
  await wizard.fillPhone(ana.phone);

  const heading = page.getByRole('heading', { level: 1, name: /^Telegram asks you to wait until .*\d\d:\d\d$/ });
  await expect(heading).toBeVisible();
  const until = await heading.innerText();
  await page.reload();
  await expect(heading).toHaveText(until);
  await stack.killServer('SIGKILL');
  await stack.startServer();
  await page.reload();
  await expect(heading).toHaveText(until);
  expect(await control.code(ana.phone)).toBeNull();
  const asked = (await control.journal('auth.sendCode')).filter(({ phone }) => phone === ana.phone);
  expect(asked).toHaveLength(1);
});

test('a number without a Telegram account is refused in words', async ({ wizard, newPerson, page }) => {
  const ana = await newPerson({ scenario: 'unoccupied' });
  await wizard.open(ana);
  await wizard.toCode(ana, credentials);
  await wizard.typeCode(await wizard.codeFor(ana.phone));
  await wizard.expectStep('failed');
  await expect(page.getByText('This number has no Telegram account')).toBeVisible();
  await expect(page.locator('main')).not.toContainText('PHONE_NUMBER');
});

test('an error that nobody has heard of gets words and a reference', async ({ wizard, newPerson, page }) => {
  const ana = await newPerson({ scenario: 'unknown_error' });
  await wizard.open(ana);
  await wizard.fillCredentials(credentials);
  await wizard.expectStep('phone');
  await wizard.fillPhone(ana.phone);
  await expect(page.getByText('Telegram said no, for a reason that we don’t know.')).toBeVisible();
  await expect(page.getByText(/CN-[0-9A-Z]{4}-[0-9A-Z]{4}/).first()).toBeVisible();
  await expect(page.locator('main')).not.toContainText('TOTALLY_NEW_ERROR');
});
