import type { Page } from '@playwright/test';
import { credentials, expect, test } from './fixtures.ts';
import { catalogueOf } from './languages.ts';

const words = catalogueOf('ar');
const englishLeft = /\b(Continue|Cancel|Copy|your|the|Telegram sends|Reference|Step)\b/i;

const box = async (page: Page, selector: string) => (await page.locator(selector).first().boundingBox())!;
const plexFaces = (page: Page) =>
  page.evaluate(() =>
    [...document.fonts].filter(({ family }) => family.includes('Plex Sans Arabic')).map(({ status }) => status),
  );

test.describe('for a browser in Arabic', () => {
  test.use({ locale: 'ar-EG' });

  test('the whole wizard, from right to left', async ({ page, wizard, newPerson }) => {
    const ana = await newPerson({ password: 'correct horse', hint: 'حصان' });
    const next = page.getByRole('button', { name: words.next, exact: true });
    const html = page.locator('html');
    const expectArabic = () => expect.poll(() => page.locator('main').innerText()).not.toMatch(englishLeft);
    const started = page.waitForRequest((request) => request.url().endsWith('/api/attempts'));

    await wizard.openSignedIn(ana);
    await expect(html).toHaveAttribute('lang', 'ar');
    await expect(html).toHaveAttribute('dir', 'rtl');
    await expect(page.getByRole('heading', { name: words.guide })).toBeVisible();
    // Theirs at the start, which is the right; ours at the end.
    expect((await box(page, '.wordmark')).x).toBeGreaterThan((await box(page, '.header-end')).x);
    expect((await box(page, '.guide')).x).toBeGreaterThan((await box(page, 'form.credentials')).x);
    expect(await plexFaces(page)).toContain('loaded');
    const arrow = page.locator('form.credentials button .mirrored');
    expect(await arrow.evaluate((icon) => new DOMMatrix(getComputedStyle(icon).transform).a)).toBe(-1);
    await expect(wizard.apiHash).toHaveCSS('direction', 'ltr');

    await wizard.apiId.fill('١٢٣٤٥');
    await wizard.apiHash.fill(credentials.apiHash);
    await page.getByRole('checkbox', { name: words.consent }).check();
    await next.click();
    expect((await started).postDataJSON()).toMatchObject({ consent: { locale: 'ar' } });

    await wizard.expectStep('phone');
    await expectArabic();
    expect((await box(page, '.phone-form')).x).toBeGreaterThan((await box(page, '.qr-card')).x);
    const country = page.getByRole('button', { name: /^البلد/ });
    await country.click();
    await page.keyboard.type('السعودية');
    await page.keyboard.press('Enter');
    await expect(country).toContainText('+966');
    await page.getByLabel(words.number, { exact: true }).fill(ana.phone);
    await expect(page.locator('.preview-paper bdi')).toHaveText(ana.phone);
    await page.getByRole('button', { name: words.authorize, exact: true }).click();

    await wizard.expectStep('code');
    await expectArabic();
    expect((await box(page, '.box:nth-child(1)')).x).toBeLessThan((await box(page, '.box:nth-child(5)')).x);
    const code = page.getByRole('textbox', { name: words.code, exact: true });
    await code.fill(await wizard.wrongCodeFor(ana.phone));
    await expect(wizard.alert).toContainText('هذا ليس الرمز.');
    await code.fill(await wizard.codeFor(ana.phone));

    await wizard.expectStep('password');
    await expectArabic();
    await page.getByLabel(words.password, { exact: true }).fill('correct horse');
    await next.click();

    await wizard.expectStep('connected');
    await expectArabic();
    await expect(page.locator('.facts')).toContainText(`${ana.phone.slice(0, 3)} ••• ••• ${ana.phone.slice(-3)}`);
  });
});

test('another language than Arabic fetches none of its letters', async ({ page, wizard, newPerson }) => {
  await wizard.openSignedIn(await newPerson());
  await expect(page.getByRole('heading', { name: 'Guide' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
  expect(new Set(await plexFaces(page))).toEqual(new Set(['unloaded']));
});

test('the language that somebody chooses is kept', async ({ page, wizard, newPerson }) => {
  await wizard.openSignedIn(await newPerson());
  await page.getByRole('banner').getByLabel('Language').selectOption('ar');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await page.reload();
  await expect(page.getByRole('heading', { name: words.guide })).toBeVisible();
  await page.getByRole('banner').getByLabel('اللغة').selectOption('en');
  await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
});
