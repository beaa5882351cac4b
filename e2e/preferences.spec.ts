import type { Page } from '@playwright/test';
import { credentials, expect, test } from './fixtures.ts';

const styleOf = (page: Page, selector: string, property: string, pseudo?: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element, [name, part]) => getComputedStyle(element, part).getPropertyValue(name!), [
      property,
      pseudo,
    ] as const);

test('who wants no movement gets none', async ({ page, wizard, newPerson }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const ana = await newPerson();
  await wizard.openSignedIn(ana);
  const seconds = async (selector: string) => Number.parseFloat(await styleOf(page, selector, 'animation-duration'));
  expect(await seconds('.step')).toBeLessThan(0.001);
  await wizard.fillCredentials(credentials);
  await wizard.expectStep('phone');
  expect(await seconds('.step')).toBeLessThan(0.001);
  expect(Number.parseFloat(await styleOf(page, '.button-main', 'transition-duration'))).toBeLessThan(0.001);

  await page.emulateMedia({ reducedMotion: 'no-preference' });
  expect(await seconds('.step')).toBe(0.18);
});

test('in the reader’s own colours nothing gets lost', async ({ page, wizard, newPerson }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  const ana = await newPerson();
  await wizard.openSignedIn(ana);
  const paintOf = (selector: string, pseudo?: string) => styleOf(page, selector, 'background-color', pseudo);

  // Where one is, and what is ticked, is still told apart.
  expect(await paintOf('.segment-here', '::after')).not.toBe(await paintOf('.segment-later', '::after'));
  const unticked = await paintOf('.consent input');
  await wizard.consent.check();
  expect(await paintOf('.consent input')).not.toBe(unticked);

  await wizard.apiId.focus();
  expect(await styleOf(page, 'input[name=apiId]', 'outline-style')).toBe('solid');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(wizard.continue).toBeFocused();
  expect(await styleOf(page, '.button-main', 'outline-style')).toBe('solid');

  await wizard.fillCredentials(credentials);
  await wizard.expectStep('phone');
  await wizard.fillPhone(ana.phone);
  await wizard.expectStep('code');
  await wizard.code.focus();
  expect(await styleOf(page, '.box-here', 'outline-style')).toBe('solid');
});

test('the links of the footer lead somewhere', async ({ page, wizard, newPerson }) => {
  await wizard.openSignedIn(await newPerson());
  for (const [name, title] of [
    [/^Privacy/, 'Privacy'],
    [/^Help/, 'Help'],
  ] as const) {
    const opened = page.waitForEvent('popup');
    await page.getByRole('contentinfo').getByRole('link', { name }).click();
    await expect((await opened).getByRole('heading', { level: 1, name: title })).toBeVisible();
  }
});
