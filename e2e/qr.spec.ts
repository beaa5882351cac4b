import type { Page } from '@playwright/test';
import { credentials, expect, test, type Person } from './fixtures.ts';
import type { Wizard } from './wizard.ts';

const currentQr = async (page: Page): Promise<{ url: string; paused: boolean }> => {
  const attempt = await (await page.request.get('/api/attempts/current')).json();
  return attempt.state.qr;
};

/** What the QR code on the page says; a phone would read it with its camera. */
const shownCode = async (page: Page): Promise<string> => {
  await expect(page.getByRole('img', { name: 'QR code to sign in with Telegram' })).toBeVisible();
  return (await currentQr(page)).url;
};

/** What the browser tells a page when its tab is left or looked at again. */
const setVisibility = (page: Page, state: 'hidden' | 'visible') =>
  page.evaluate((value) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => value });
    document.dispatchEvent(new Event('visibilitychange'));
  }, state);

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

test.describe('a code that lives for two seconds', () => {
  test.beforeEach(({ control }) => control.settings({ loginTokenSeconds: 2 }));
  test.afterEach(({ control }) => control.settings({ loginTokenSeconds: 30 }));

  const openQr = async (wizard: Wizard, page: Page, ana: Person) => {
    await wizard.openAtPhone(ana, credentials);
    await page.getByRole('button', { name: 'Show QR code' }).click();
    return shownCode(page);
  };

  test('is replaced while somebody looks, and the new one connects', async ({ wizard, newPerson, page, control }) => {
    const ana = await newPerson();
    const first = await openQr(wizard, page, ana);
    await expect.poll(() => shownCode(page)).not.toBe(first);
    await control.settings({ loginTokenSeconds: 30 });
    const second = await shownCode(page);
    await expect.poll(() => shownCode(page)).not.toBe(second);
    await control.approveQr(await shownCode(page), ana.phone);
    await wizard.expectStep('connected');
  });

  test('is not replaced while the page is hidden', async ({ wizard, newPerson, page, control }) => {
    const ana = await newPerson();
    const first = await openQr(wizard, page, ana);
    await setVisibility(page, 'hidden');
    const paused = async () => (await currentQr(page)).paused;
    await expect.poll(paused).toBe(true);
    const asked = (await control.journal('auth.exportLoginToken')).length;

    await control.settings({ loginTokenSeconds: 30 });
    await setVisibility(page, 'visible');
    await expect.poll(paused).toBe(false);
    expect((await control.journal('auth.exportLoginToken')).length).toBe(asked + 1);
    expect(await shownCode(page)).not.toBe(first);
    await control.approveQr(await shownCode(page), ana.phone);
    await wizard.expectStep('connected');
  });
});

test('a code that was left and is approved late leaves no session behind', async ({
  wizard,
  newPerson,
  page,
  control,
}) => {
  await control.settings({ loginTokenSeconds: 12 });
  const ana = await newPerson();
  await wizard.openAtPhone(ana, credentials);
  await page.getByRole('button', { name: 'Show QR code' }).click();
  const url = await shownCode(page);
  await control.settings({ loginTokenSeconds: 30 });
  await page.getByRole('button', { name: 'Cancel' }).click();
  await wizard.expectStep('cancelled');

  await control.approveQr(url, ana.phone);
  const isSignedIn = async () => (await control.authorizedKeys()).some(({ phone }) => phone === ana.phone);
  expect(await isSignedIn()).toBe(true);
  await expect.poll(isSignedIn, { timeout: 40_000 }).toBe(false);
});

test('from the number to the QR code and back', async ({ wizard, newPerson, page }) => {
  const ana = await newPerson();
  await wizard.openAtPhone(ana, credentials);
  await page.getByRole('button', { name: 'Show QR code' }).click();
  await shownCode(page);
  await wizard.fillPhone(ana.phone);
  await wizard.expectStep('code');
  await page.getByRole('button', { name: 'Sign in with a QR code instead' }).click();
  await wizard.expectStep('phone');
  await shownCode(page);
  await wizard.authorize.click();
  await wizard.expectStep('code');
  await wizard.typeCode(await wizard.codeFor(ana.phone));
  await wizard.expectStep('connected');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('a button opens Telegram instead', async ({ wizard, newPerson, page, control }) => {
    const ana = await newPerson();
    await wizard.openAtPhone(ana, credentials);
    await page.getByRole('button', { name: 'Show QR code' }).click();
    const link = page.getByRole('link', { name: 'Open Telegram' });
    const url = (await link.getAttribute('href')) ?? '';
    expect(url).toMatch(/^tg:\/\/login\?token=[\w-]+$/);
    await control.approveQr(url, ana.phone);
    await wizard.expectStep('connected');
  });
});
