import { credentials, expect, test } from './fixtures.ts';

test('somebody without a cloud password connects their account', async ({ wizard, newPerson, page }) => {
  const ana = await newPerson();
  await wizard.open(ana);
  await expect(page.getByText(ana.label)).toBeVisible();

  await wizard.toCode(ana, credentials);
  await wizard.typeCode(await wizard.codeFor(ana.phone));

  await wizard.expectStep('connected');
  await expect(wizard.step('connected')).toContainText(ana.name);
  await expect(wizard.step('connected')).not.toContainText(ana.phone);
});

test('somebody with a cloud password is asked for it after the code', async ({ wizard, newPerson }) => {
  const ana = await newPerson({ password: ' two Spaces ', hint: 'spaces count' });
  await wizard.open(ana);
  await wizard.toCode(ana, credentials);
  await wizard.typeCode(await wizard.codeFor(ana.phone));

  await wizard.expectStep('password');
  await expect(wizard.step('password')).toContainText('spaces count');
  await wizard.typePassword(' two Spaces ');

  await wizard.expectStep('connected');
});

test('a wrong code keeps the person where they are, and the right one goes on', async ({ wizard, newPerson }) => {
  const ana = await newPerson();
  await wizard.open(ana);
  await wizard.toCode(ana, credentials);

  await wizard.typeCode(await wizard.wrongCodeFor(ana.phone));
  await expect(wizard.alert).toContainText('That isn’t the code.');
  await expect(wizard.alert).toContainText('4 tries left');
  await wizard.expectStep('code');

  await wizard.typeCode(await wizard.codeFor(ana.phone));
  await wizard.expectStep('connected');
});

test('a wrong cloud password keeps the person where they are', async ({ wizard, newPerson }) => {
  const ana = await newPerson({ password: 'correct horse' });
  await wizard.open(ana);
  await wizard.toCode(ana, credentials);
  await wizard.typeCode(await wizard.codeFor(ana.phone));
  await wizard.expectStep('password');

  await wizard.typePassword('correct horse ');
  await expect(wizard.alert).toContainText('That isn’t the cloud password.');
  await wizard.expectStep('password');

  await wizard.typePassword('correct horse');
  await wizard.expectStep('connected');
});

test('a pair that Telegram doesn’t know is refused before any number is asked for', async ({ wizard, newPerson }) => {
  const ana = await newPerson();
  await wizard.open(ana);

  await wizard.fillCredentials({ ...credentials, apiHash: 'ffffffffffffffffffffffffffffffff' });
  await expect(wizard.alert.filter({ hasText: 'Telegram doesn’t know this pair.' })).toBeVisible();
  await wizard.expectStep('credentials');
  await expect(wizard.phone).toHaveCount(0);

  await wizard.fillCredentials(credentials);
  await wizard.expectStep('phone');
});

test('a number that lives in another data centre connects all the same', async ({ wizard, newPerson, stack }) => {
  const ana = await newPerson({ dcId: 1 });
  await wizard.open(ana);
  await wizard.toCode(ana, credentials);
  await wizard.typeCode(await wizard.codeFor(ana.phone));
  await wizard.expectStep('connected');

  const keys = await stack.control.authorizedKeys();
  expect(keys.find((key) => key.phone === ana.phone)?.dcId).toBe(1);
});
