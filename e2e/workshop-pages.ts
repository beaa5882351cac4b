import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';

export interface Entry {
  id: string;
  /** The page goes on waiting and has no heading yet. */
  waits: boolean;
}

/** Every state that the workshop of this server lists. */
export async function entriesOf(page: Page): Promise<Entry[]> {
  await page.goto('/workshop');
  await expect(page.getByRole('heading', { level: 1, name: 'Workshop' })).toBeVisible();
  return page
    .locator('a[data-entry]')
    .evaluateAll((links) =>
      links.map((link) => ({ id: link.getAttribute('data-entry') ?? '', waits: link.hasAttribute('data-waits') })),
    );
}

/** Goes to a state without loading the page anew, and waits until it is drawn. */
export async function show(page: Page, { id, waits }: Entry, look: Record<string, string> = {}): Promise<void> {
  const address = `/workshop/${id}?${new URLSearchParams(look)}`;
  await page.evaluate((to) => window.history.pushState(null, '', to), address);
  const drawn = page.locator(`[data-workshop="${id}"]`);
  await expect(drawn.locator(waits ? '.skeleton' : 'h1').first()).toBeVisible();
  // Parts that are fetched when they are first shown, and sentences of another language.
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  // One that ends may begin another: what is inherited goes from one element to the next.
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState, effect }) => {
      const endless = effect?.getTiming().iterations === Number.POSITIVE_INFINITY;
      return endless || playState !== 'running';
    }),
  );
}
