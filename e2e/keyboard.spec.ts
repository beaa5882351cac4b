import { credentials, expect, test } from './fixtures.ts';
import { keyboardOn } from './keyboard.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('the whole way, with the keyboard alone', async ({ page, wizard, newPerson }) => {
  const ana = await newPerson({ password: 'correct horse', hint: 'horse' });
  const keys = keyboardOn(page);
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
  const field = (name: string) => page.getByRole('textbox', { name, exact: true });
  const heading = page.getByRole('heading', { level: 1 });
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());

  await test.step('sign-in', async () => {
    await page.goto('/');
    await keys.write(field('User ID'), ana.userId);
    await keys.write(field('Shown as'), ana.label);
    await keys.use(button('Sign in'));
    await keys.use(page.getByRole('link', { name: 'Connect an account' }));
    await wizard.expectStep('credentials');
  });

  await test.step('the guide', async () => {
    await keys.use(page.getByRole('checkbox', { name: 'Step 1 is done' }), 'Space');
    await keys.use(button('Done'));
    for (const value of ['Botize', 'botize', 'https://botize.com', 'Automation platform']) {
      await keys.use(button(`Copy ${value}`));
      await expect.poll(clipboard).toBe(value);
    }
    await keys.use(button('Another short name'));
    await keys.backTo(field('Short name to try'));
    await keys.press('ControlOrMeta+a');
    await keys.type('botize42');
    await keys.use(button('Use it'));
    await keys.to(button('Copy botize42'));

    await keys.use(button('Something is wrong?'));
    await keys.use(button('No code came from my.telegram.org'));
    await expect(page.getByText(/Never by SMS/)).toBeVisible();
    await keys.backTo(button('Back to the guide'));
    await keys.press('Enter');
    await expect(page.getByRole('heading', { name: 'Guide' })).toBeVisible();
  });

  await test.step('the credentials', async () => {
    await keys.write(wizard.apiId, credentials.apiHash);
    await keys.write(wizard.apiHash, credentials.apiId);
    await keys.backTo(button('Swap them'));
    await keys.press('Enter');
    await expect(wizard.apiId).toBeFocused();
    await expect(wizard.apiId).toHaveValue(credentials.apiId);
    await keys.use(wizard.consent, 'Space');
    await keys.use(wizard.continue);
    await wizard.expectStep('phone');
    await expect(heading).toBeFocused();
  });

  await test.step('the country and the number', async () => {
    const country = page.getByRole('button', { name: /^Country/ });
    await keys.to(country);
    await keys.type('portug');
    await keys.press('Enter');
    await expect(country).toHaveAccessibleName('Country Portugal +351');
    await keys.press('ArrowDown');
    await keys.type('spai');
    await keys.press('ArrowDown');
    await keys.press('ArrowUp');
    await keys.press('Enter');
    await expect(country).toHaveAccessibleName('Country Spain +34');
    await expect(country).toBeFocused();
    await keys.write(wizard.phone, ana.phone.slice(3));
    await keys.press('Enter');
    await wizard.expectStep('code');
    await expect(heading).toBeFocused();
  });

  await test.step('the code, wrong once', async () => {
    await keys.to(wizard.code);
    await keys.type(await wizard.wrongCodeFor(ana.phone));
    await expect(wizard.alert).toContainText('That isn’t the code.');
    await expect(wizard.code).toBeFocused();
    await keys.type(await wizard.codeFor(ana.phone));
    await wizard.expectStep('password');
    await expect(heading).toBeFocused();
  });

  await test.step('the cloud password', async () => {
    await keys.write(wizard.password, 'correct horse');
    await keys.use(button('Show the password'), 'Space');
    await expect(wizard.password).toHaveAttribute('type', 'text');
    await keys.use(wizard.continue);
    await wizard.expectStep('connected');
    await expect(heading).toBeFocused();
  });

  await test.step('and back', async () => {
    await keys.use(page.getByRole('link', { name: /Continue to Botize/ }).or(button(/Continue to Botize/)));
    await expect(page.getByRole('article', { name: ana.name })).toBeVisible();
  });
});
