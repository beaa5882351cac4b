import { credentials, expect, test } from './fixtures.ts';

test('an expired code leads back to the number, which is kept, and nothing is sent by itself', async ({
  wizard,
  newPerson,
  page,
  control,
}) => {
  const ana = await newPerson({ scenario: 'code_expired' });
  const asked = async () => (await control.journal('auth.sendCode')).filter(({ phone }) => phone === ana.phone).length;
  await wizard.openAtPhone(ana, credentials);
  await wizard.fillPhone(ana.phone);
  await wizard.expectStep('code');
  await wizard.typeCode(await wizard.codeFor(ana.phone));
  await wizard.expectStep('phone');
  await expect(page.getByText('This code no longer works.')).toBeVisible();
  await expect(page.getByText('The kept number')).toBeVisible();
  expect(await asked()).toBe(1);
  await page.reload();
  await wizard.expectStep('phone');
  await expect(page.getByText('This code no longer works.')).toBeVisible();
  expect(await asked()).toBe(1);

  await wizard.authorize.click();
  await wizard.expectStep('code');
  expect(await asked()).toBe(2);
});

test('a change of number calls the first code off', async ({ wizard, newPerson, page, control }) => {
  const [wrong, ana] = [await newPerson(), await newPerson()];
  await wizard.openAtPhone(ana, credentials);
  await wizard.fillPhone(wrong.phone);
  await wizard.expectStep('code');
  await wizard.codeFor(wrong.phone);
  await page.getByRole('button', { name: 'Change the phone number' }).click();
  await wizard.expectStep('phone');
  expect(await control.code(wrong.phone)).toBeNull();

  await page.getByRole('button', { name: 'Use another number' }).click();
  await wizard.fillPhone(ana.phone);
  await wizard.expectStep('code');
  await wizard.typeCode(await wizard.codeFor(ana.phone));
  await wizard.expectStep('connected');
  await expect(wizard.step('connected')).toContainText(ana.name);
});

test('a number that Telegram wants to sign up is refused: nobody accepts terms for somebody', async ({
  wizard,
  newPerson,
  page,
  control,
}) => {
  const ana = await newPerson({ scenario: 'sign_up' });
  await wizard.openAtPhone(ana, credentials);
  await wizard.fillPhone(ana.phone);
  await wizard.expectStep('code');
  await wizard.typeCode(await wizard.codeFor(ana.phone));
  await wizard.expectStep('failed');
  await expect(page.getByText('This number has no Telegram account')).toBeVisible();
  expect(await control.journal('auth.signUp')).toEqual([]);
});

test('what Telegram itself says to people is shown as plain text', async ({ wizard, newPerson, page, control }) => {
  const ana = await newPerson();
  await wizard.openAtPhone(ana, credentials);
  const notification = 'Write to <b>login@stel.com</b> & wait.';
  const kind = { type: 'rpc_error', code: 406, message: 'PHONE_PASSWORD_FLOOD', notification };
  await control.fault({ method: 'auth.sendCode', kind });
  await wizard.fillPhone(ana.phone);
  await expect(page.getByRole('heading', { level: 1, name: /^Telegram asks you to wait until/ })).toBeVisible();
  await expect(page.locator('blockquote')).toContainText(notification);
  await expect(page.locator('main')).not.toContainText('PHONE_PASSWORD_FLOOD');
});

test('signed in without a code, and told to set up a cloud password', async ({ wizard, newPerson }) => {
  const ana = await newPerson({ scenario: 'signed_in_at_once' });
  await wizard.openAtPhone(ana, credentials);
  await wizard.fillPhone(ana.phone);
  await wizard.expectStep('connected');

  const bob = await newPerson({ scenario: 'setup_password' });
  await wizard.openAtPhone(bob, credentials);
  await wizard.fillPhone(bob.phone);
  await wizard.expectStep('code');
  await wizard.typeCode(await wizard.codeFor(bob.phone));
  await wizard.expectStep('connected');
  await expect(wizard.step('connected')).toContainText('Off. A cloud password in Telegram protects your account.');
  await expect(wizard.step('connected')).toContainText('Yes, it’s me');
});
