import { credentials, expect, test } from './fixtures.ts';

const hash = credentials.apiHash;

test.describe('credentials that can’t be right are named beside their field', () => {
  const cases = [
    {
      what: 'an API ID that isn’t a number',
      apiId: '12a45',
      apiHash: hash,
      field: 'apiId',
      says: 'An API ID has only digits.',
    },
    {
      what: 'a hash with a digit missing',
      apiId: '12345',
      apiHash: hash.slice(1),
      field: 'apiHash',
      says: '31 of 32: one is missing.',
    },
    {
      what: 'a hash with letters that it can’t have',
      apiId: '12345',
      apiHash: 'z'.repeat(32),
      field: 'apiHash',
      says: 'A hash has only the digits 0–9 and the letters a–f.',
    },
  ] as const;
  for (const { what, apiId, apiHash, field, says } of cases) {
    test(what, async ({ wizard, newPerson }) => {
      await wizard.open(await newPerson());
      await wizard.fillCredentials({ apiId, apiHash });
      await expect(wizard[field]).toHaveAccessibleDescription(new RegExp(escaped(says)));
      await expect(wizard[field]).toHaveAttribute('aria-invalid', 'true');
      await wizard.expectStep('credentials');
    });
  }
});

test('swapped values are noticed and can be swapped back', async ({ wizard, newPerson, page }) => {
  await wizard.open(await newPerson());
  await wizard.apiId.fill(hash);
  await wizard.apiHash.fill('12345');
  await expect(page.getByText('These look swapped')).toBeVisible();

  await page.getByRole('button', { name: 'Swap them' }).click();
  await expect(wizard.apiId).toHaveValue('12345');
  await expect(wizard.apiHash).toHaveValue(hash);
  await wizard.consent.check();
  await wizard.continue.click();
  await wizard.expectStep('phone');
});

test('without consent nothing is sent', async ({ wizard, newPerson, page }) => {
  await wizard.open(await newPerson());
  await wizard.apiId.fill(credentials.apiId);
  await wizard.apiHash.fill(hash);
  await wizard.continue.click();
  await expect(page.getByText('Tick this to go on.')).toBeVisible();
  await wizard.expectStep('credentials');
});

test('a number that is too short is named before anything is sent', async ({ wizard, newPerson, control }) => {
  const ana = await newPerson();
  await wizard.open(ana);
  await wizard.fillCredentials(credentials);
  await wizard.expectStep('phone');
  await wizard.fillPhone('+3461');
  await expect(wizard.phone).toHaveAccessibleDescription(/some are missing/);
  await wizard.expectStep('phone');
  expect(await control.code(ana.phone)).toBeNull();

  await wizard.fillPhone(`00${ana.phone.slice(1, 3)} ${ana.phone.slice(3, 6)}-${ana.phone.slice(6)}`);
  await wizard.expectStep('code');
});

test('an empty code and an empty password are asked for', async ({ wizard, newPerson }) => {
  const ana = await newPerson({ password: 'correct horse' });
  await wizard.open(ana);
  await wizard.toCode(ana, credentials);
  await wizard.code.press('Enter');
  await expect(wizard.code).toHaveAccessibleDescription(/Type the five digits\./);
  await wizard.typeCode(await wizard.codeFor(ana.phone));

  await wizard.expectStep('password');
  await wizard.continue.click();
  await expect(wizard.password).toHaveAccessibleDescription(/Type the password\./);
  await wizard.expectStep('password');
});

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
