import { catalogueOf, locales } from './languages.ts';
import { credentials, expect, test } from './fixtures.ts';

/** 320 CSS pixels is what a window of 1280 is at a zoom of 400 %. */
const views = [
  { name: '320 px wide', width: 320, height: 700, text: '100%' },
  { name: 'text at 200 %', width: 1280, height: 860, text: '200%' },
  { name: 'text at 200 % on a phone', width: 390, height: 844, text: '200%' },
];

for (const locale of locales) {
  test(`no step scrolls sideways in ${locale}, narrow or with large text`, async ({ page, wizard, newPerson }) => {
    const ana = await newPerson({ password: 'correct horse', hint: 'horse' });
    const words = catalogueOf(locale);
    const next = page.getByRole('button', { name: words.next, exact: true });

    const fits = async (what: string) => {
      for (const { name, width, height, text } of views) {
        await page.setViewportSize({ width, height });
        await page.evaluate((size) => {
          document.documentElement.style.fontSize = size;
        }, text);
        const { scrollWidth, clientWidth } = await page.evaluate(() => ({
          scrollWidth: document.documentElement.scrollWidth,
          clientWidth: document.documentElement.clientWidth,
        }));
        expect.soft(scrollWidth, `${what}, ${name}`).toBeLessThanOrEqual(clientWidth);
      }
      await page.evaluate(() => document.documentElement.removeAttribute('style'));
      await page.setViewportSize({ width: 1280, height: 860 });
    };

    await page.addInitScript((chosen) => localStorage.setItem('locale', chosen), locale);
    await wizard.openSignedIn(ana);
    await expect(page.locator('html')).toHaveAttribute('lang', locale);
    await expect(page.getByRole('heading', { name: words.guide })).toBeVisible();
    await fits('credentials');

    await wizard.apiId.fill(credentials.apiId);
    await wizard.apiHash.fill(credentials.apiHash);
    await page.getByRole('checkbox', { name: words.consent }).check();
    await next.click();
    await wizard.expectStep('phone');
    await fits('phone');

    await page.getByLabel(words.number, { exact: true }).fill(ana.phone);
    await page.getByRole('button', { name: words.authorize, exact: true }).click();
    await wizard.expectStep('code');
    const code = page.getByRole('textbox', { name: words.code, exact: true });
    await code.fill(await wizard.wrongCodeFor(ana.phone));
    await expect(wizard.alert).toBeVisible();
    await fits('wrong code');

    await code.fill(await wizard.codeFor(ana.phone));
    await wizard.expectStep('password');
    await fits('password');

    await page.getByLabel(words.password, { exact: true }).fill('correct horse');
    await next.click();
    await wizard.expectStep('connected');
    await fits('connected');

    await page.goto('/connections');
    await expect(page.getByRole('article', { name: ana.name })).toBeVisible();
    await fits('connections');
  });
}
