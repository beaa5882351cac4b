import { credentials, expect, test } from './fixtures.ts';

test('the whole wizard in Spanish', async ({ wizard, newPerson, page }) => {
  const ana = await newPerson({ password: 'caballo correcto' });
  await wizard.open(ana);
  await page.getByRole('banner').getByLabel('Language').selectOption('es');
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');

  const englishLeft = /\b(Continue|Cancel|your|Telegram sends|Reference)\b/;
  const expectSpanish = () => expect.poll(() => page.locator('main').innerText()).not.toMatch(englishLeft);
  const next = page.getByRole('button', { name: 'Continuar', exact: true });

  await expectSpanish();
  await page.getByLabel('API ID', { exact: true }).fill(credentials.apiId);
  await page.getByLabel('API hash', { exact: true }).fill(credentials.apiHash);
  await page.getByRole('checkbox', { name: /Estoy de acuerdo/ }).check();
  await next.click();

  await wizard.expectStep('phone');
  await expectSpanish();
  await page.getByLabel('Número de teléfono', { exact: true }).fill(ana.phone);
  await page.getByRole('button', { name: 'Autorizar' }).click();

  await wizard.expectStep('code');
  await expectSpanish();
  const code = page.getByRole('textbox', { name: 'Código', exact: true });
  await code.fill(await wizard.wrongCodeFor(ana.phone));
  await expect(wizard.alert).toContainText(/código/i);
  await code.fill(await wizard.codeFor(ana.phone));

  await wizard.expectStep('password');
  await expectSpanish();
  await page.getByLabel('Contraseña en la nube', { exact: true }).fill('caballo correcto');
  await next.click();

  await wizard.expectStep('connected');
  await expectSpanish();
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
});
