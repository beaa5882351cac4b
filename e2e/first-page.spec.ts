import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { credentials, expect, test } from './fixtures.ts';
import { limit } from '../scripts/budget/first-page.mjs';

/** Lets scripts through, in the order in which they are asked for, until the next one would exceed `most` bytes. */
async function holdScriptsBeyond(page: Page, most: number) {
  const passed: { file: string; gzip: number }[] = [];
  let held = 0;
  const sum = () => passed.reduce((all, { gzip }) => all + gzip, 0);
  await page.route('**/*.js', async (route) => {
    const answer = await route.fetch();
    const gzip = gzipSync(await answer.body(), { level: 9 }).length;
    if (held > 0 || sum() + gzip > most) {
      held += 1;
      return;
    }
    passed.push({ file: new URL(route.request().url()).pathname, gzip });
    await route.fulfill({ response: answer });
  });
  return { passed, sum, held: () => held };
}

/** Everything that the first step can do by itself. */
async function useFirstStep(page: Page) {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const apiId = page.locator('input[name="apiId"]');
  const apiHash = page.locator('input[name="apiHash"]');
  await page.locator('form button[type="submit"]').click();
  await expect(apiId).toBeFocused();
  await expect(page.locator('form [aria-invalid="true"]')).toHaveCount(3);
  await apiId.fill(credentials.apiHash);
  await apiHash.fill(credentials.apiId);
  await expect(page.locator('form .notice-care')).toBeVisible();
  await page.locator('form .notice-care button').click();
  await expect(apiId).toHaveValue(credentials.apiId);
  await page.locator('input[name="agreed"]').check();
  await expect(page.locator('form [aria-invalid="true"]')).toHaveCount(0);
}

for (const locale of ['en', 'es', 'ar']) {
  test(`the first step can be used with ${limit} bytes of JavaScript, in ${locale}`, async ({
    wizard,
    newPerson,
    page,
  }) => {
    await wizard.open(await newPerson());
    await page.evaluate((chosen) => localStorage.setItem('locale', chosen), locale);
    // What this page still asks for, once it has time, is not counted.
    await page.goto('about:blank');
    const scripts = await holdScriptsBeyond(page, limit);
    await page.goto('/connect', { waitUntil: 'commit' });
    await useFirstStep(page);
    // The rest was asked for, and isn't needed yet.
    expect(scripts.held()).toBeGreaterThan(0);
    expect(scripts.sum()).toBeLessThanOrEqual(limit);
    expect(scripts.passed.length).toBeGreaterThan(1);
  });
}

test('with less it can’t: the count is of what it needs', async ({ wizard, newPerson, page }) => {
  await wizard.open(await newPerson());
  await page.goto('about:blank');
  const scripts = await holdScriptsBeyond(page, limit / 2);
  await page.goto('/connect', { waitUntil: 'commit' });
  await expect.poll(() => scripts.held()).toBeGreaterThan(0);
  await expect(page.locator('input[name="apiId"]')).toHaveCount(0);
});
