import type { Page } from '@playwright/test';
import axe from 'axe-core';
import { expect, test } from './fixtures.ts';
import { entriesOf, show } from './workshop-pages.ts';

/** Every rule that axe has on by default, WCAG's and its own; none is turned off. */
const violationsOn = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const { violations } = await window.axe.run({ resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  });

declare global {
  interface Window {
    axe: typeof axe;
  }
}

test.describe.configure({ mode: 'parallel' });

for (const theme of ['light', 'dark'] as const) {
  for (const [size, viewport] of Object.entries({
    desktop: { width: 1280, height: 860 },
    phone: { width: 390, height: 844 },
  })) {
    test.describe(`${theme}, ${size}`, () => {
      test.use({ viewport, colorScheme: theme, contextOptions: { reducedMotion: 'reduce' } });

      test('no state of any page breaks a rule', async ({ page }) => {
        test.setTimeout(300_000);
        const entries = await entriesOf(page);
        expect(entries.length).toBeGreaterThan(60);
        await page.evaluate(axe.source);
        const found: string[] = [];
        for (const entry of entries) {
          await show(page, entry, { theme });
          for (const violation of await violationsOn(page)) found.push(`${entry.id}: ${violation}`);
        }
        expect(found).toEqual([]);
      });
    });
  }
}
