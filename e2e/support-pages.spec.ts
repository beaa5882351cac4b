import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { consoleOn } from './console.ts';
import { credentials, expect, test, type Person } from './fixtures.ts';
import type { Wizard } from './wizard.ts';

const violations = async (page: Page) => {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
};

/** Somebody whom staff have something to tell. */
const stuck = async (wizard: Wizard, person: Person) => {
  await wizard.openAtPhone(person, credentials);
  await wizard.fillPhone(person.phone);
  await wizard.expectStep('code');
  await wizard.typeCode(await wizard.wrongCodeFor(person.phone));
  await expect(wizard.alert).toContainText('That isn’t the code.');
};

/** How much wider the page is than its window. */
const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const signOut = (page: Page) => page.context().clearCookies();

for (const theme of ['light', 'dark'] as const) {
  for (const [device, viewport] of [
    ['a desktop', { width: 1280, height: 860 }],
    ['a phone', { width: 390, height: 844 }],
  ] as const) {
    test.describe(`in the ${theme} theme on ${device}`, () => {
      test.use({ colorScheme: theme, viewport, contextOptions: { reducedMotion: 'reduce' } });

      test('axe finds nothing on any page of the console', async ({ wizard, newPerson, page }) => {
        test.setTimeout(300_000);
        const ana = await newPerson();
        await stuck(wizard, ana);
        await signOut(page);
        const console = consoleOn(page);
        await console.open();
        await expect(console.rowOf(ana)).toBeVisible();
        expect.soft(await violations(page), 'list').toEqual([]);

        await console.find(ana.userId, ana);
        await expect(console.answer.getByRole('paragraph').first()).toBeVisible();
        expect.soft(await violations(page), 'person').toEqual([]);
        await page.getByRole('button', { name: 'Send a repair link' }).click();
        await page.getByRole('button', { name: 'Send the link' }).click();
        await expect(page.getByRole('alert')).toBeVisible();
        expect.soft(await violations(page), 'a reason that is missing').toEqual([]);

        await page.getByRole('link', { name: 'Overview' }).click();
        await expect(page.getByRole('img', { name: /24 hours/ }).first()).toBeVisible();
        expect.soft(await violations(page), 'overview').toEqual([]);

        await page.getByRole('link', { name: 'What was looked at' }).click();
        await expect(page.getByRole('main').getByText(ana.label).first()).toBeVisible();
        expect.soft(await violations(page), 'looks').toEqual([]);

        await signOut(page);
        await wizard.open(await newPerson());
        await page.goto('/support');
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        expect.soft(await violations(page), 'not for users').toEqual([]);
      });

      test('nothing scrolls sideways', async ({ wizard, newPerson, page }) => {
        const ana = await newPerson();
        await stuck(wizard, ana);
        await signOut(page);
        const console = consoleOn(page);
        await console.open();
        for (const path of ['/support', `/support/users/${ana.userId}`, '/support/overview', '/support/looks']) {
          await page.goto(path);
          await expect(page.locator('main .card').first()).toBeVisible();
          await expect(page.locator('.skeleton')).toHaveCount(0);
          const over = await sideways(page);
          expect([path, over]).toEqual([path, 0]);
        }
      });
    });
  }
}

const englishLeft = /\b(Search|Overview|Support|any|Do this next|Everyone|Connected|Trying now|Newest|The last)\b/;

for (const [locale, dir] of [
  ['es', 'ltr'],
  ['ar', 'rtl'],
] as const) {
  test.describe(`in ${locale} on a phone`, () => {
    test.use({ viewport: { width: 390, height: 844 }, contextOptions: { reducedMotion: 'reduce' } });

    test('every page of the console is in that language, has room, and breaks no rule', async ({
      wizard,
      newPerson,
      page,
    }) => {
      const ana = await newPerson();
      await stuck(wizard, ana);
      await signOut(page);
      await consoleOn(page).open();
      await page.evaluate((chosen) => localStorage.setItem('locale', chosen), locale);
      for (const path of ['/support', `/support/users/${ana.userId}`, '/support/overview', '/support/looks']) {
        await page.goto(path);
        await expect(page.locator('main .card').first()).toBeVisible();
        await expect(page.locator('.skeleton')).toHaveCount(0);
        await expect(page.locator('html')).toHaveAttribute('lang', locale);
        await expect(page.locator('html')).toHaveAttribute('dir', dir);
        // The answer to paste is in the language of whom it is for.
        const said = await page.locator('header, main > :not(:has([role="tabpanel"]))').allInnerTexts();
        expect.soft(said.join('\n'), path).not.toMatch(englishLeft);
        const over = await sideways(page);
        expect.soft([path, over]).toEqual([path, 0]);
        expect.soft(await violations(page), path).toEqual([]);
      }
    });
  });
}

test.describe('with the keyboard alone', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('from the list to a person, to the answer on the clipboard, and back', async ({ wizard, newPerson, page }) => {
    const ana = await newPerson();
    await stuck(wizard, ana);
    await signOut(page);
    const console = consoleOn(page);
    await console.open();
    await expect(console.rowOf(ana)).toBeVisible();

    await page.keyboard.press('/');
    await expect(console.field).toBeFocused();
    await page.keyboard.type(ana.userId);
    await page.keyboard.press('Enter');
    await expect(page.getByText('Found by Botize user')).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await expect(console.rowOf(ana)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(console.heading).toHaveText(ana.label);
    await expect(console.heading).toBeFocused();

    const copy = page.getByRole('button', { name: 'Copy the answer' });
    await expect(async () => {
      await page.keyboard.press('Tab');
      await expect(copy).toBeFocused({ timeout: 50 });
    }).toPass();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
    const answer = await page.evaluate(() => navigator.clipboard.readText());
    expect(answer).toContain('Open the chat “Telegram” in your app and type the code of the newest message.');
    expect(answer).toMatch(/Reference: CN-[0-9A-Z]{4}-[0-9A-Z]{4}$/);

    await page.keyboard.press('Escape');
    await expect(page).toHaveURL(/\/support$/);
    await expect(console.rowOf(ana)).toBeFocused();
  });
});
