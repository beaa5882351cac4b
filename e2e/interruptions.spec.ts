import { credentials, expect, test, type Person } from './fixtures.ts';
import type { Wizard } from './wizard.ts';

const password = 'correct horse';

/** The whole way with a cloud password; `between` happens on each page, before it is filled in. */
const wholeWay = async (wizard: Wizard, ana: Person, between: () => Promise<void>) => {
  await wizard.open(ana);
  await between();
  await wizard.fillCredentials(credentials);

  await wizard.expectStep('phone');
  await between();
  await wizard.expectStep('phone');
  await wizard.fillPhone(ana.phone);

  await wizard.expectStep('code');
  const code = await wizard.codeFor(ana.phone);
  await between();
  await wizard.expectStep('code');
  await wizard.typeCode(code);

  await wizard.expectStep('password');
  await between();
  await wizard.expectStep('password');
  await wizard.typePassword(password);

  await wizard.expectStep('connected');
  await between();
};

test('a reload on any page goes on where it stood', async ({ wizard, newPerson, page }) => {
  const ana = await newPerson({ password });
  await wholeWay(wizard, ana, async () => void (await page.reload()));
  await expect(wizard.step('connected')).toContainText(ana.name);
});

test('the server killed between any two pages goes on where it stood', async ({ wizard, newPerson, page, stack }) => {
  const ana = await newPerson({ password });
  await wholeWay(wizard, ana, async () => {
    await stack.killServer('SIGKILL');
    await stack.startServer();
    await page.reload();
  });
  await expect(wizard.step('connected')).toContainText(ana.name);
});

test('the server killed under an open page needs no reload', async ({ wizard, newPerson, stack }) => {
  const ana = await newPerson();
  await wizard.open(ana);
  await wizard.toCode(ana, credentials);
  const code = await wizard.codeFor(ana.phone);

  await stack.killServer('SIGKILL');
  await stack.startServer();
  await wizard.typeCode(code);
  await wizard.expectStep('connected');
});

test('another device of the same person shows the same page', async ({ wizard, newPerson, page, browser, stack }) => {
  const ana = await newPerson();
  await wizard.open(ana);
  await wizard.toCode(ana, credentials);

  const other = await browser.newContext({ baseURL: stack.url });
  await other.request.post('/api/session', {
    headers: { origin: stack.url },
    data: { dev: { userId: ana.userId, label: ana.label } },
  });
  const second = await other.newPage();
  await second.goto('/connect');
  await expect(second.locator('main[data-step="code"]')).toBeVisible();

  await wizard.typeCode(await wizard.codeFor(ana.phone));
  await wizard.expectStep('connected');
  await expect(second.locator('main[data-step="connected"]')).toBeVisible();
  await expect(page.locator('main[data-step="connected"]')).toBeVisible();
  await other.close();
});
