import { openConsole } from './console.ts';
import { credentials, expect, test } from './fixtures.ts';

test.use({ serverEnv: { LIMITS: 'codesPerNumber=1,secondsBetweenCodes=1' } });

test('a limit of ours that staff clear lets the user go on', async ({ wizard, newPerson, page, browser, stack }) => {
  const ana = await newPerson();
  const askForCode = async () => {
    await page.getByRole('button', { name: 'Change the phone number' }).click();
    await wizard.expectStep('phone');
    await page.getByRole('button', { name: 'Use another number' }).click();
    await wizard.fillPhone(ana.phone);
  };
  await wizard.openAtPhone(ana, credentials);
  await wizard.fillPhone(ana.phone);
  await wizard.expectStep('code');
  await askForCode();
  await expect(page.getByRole('heading', { level: 1, name: /^You can ask for a code/ })).toBeVisible();

  const console = await openConsole(browser, stack.url);
  await console.find(ana.phone, ana);
  await expect(console.diagnosis).toContainText(/^Our own limit on codes holds until/);
  await console.act('Clear a limit', 'Clear it', 'It is really her.');
  await expect(console.page.getByText('The limit is cleared. They can go on at once.')).toBeVisible();

  await expect(console.diagnosis).toContainText('At the number: nothing has gone wrong');

  await expect(page.getByText('The kept number')).toBeVisible();
  await wizard.authorize.click();
  await wizard.expectStep('code');
  await wizard.typeCode(await wizard.codeFor(ana.phone));
  await wizard.expectStep('connected');
});
