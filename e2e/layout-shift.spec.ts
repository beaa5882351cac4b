import type { Page } from '@playwright/test';
import { credentials, expect, test } from './fixtures.ts';

interface Shift {
  value: number;
  hadRecentInput: boolean;
  what: string[];
}

declare global {
  interface Window {
    shifts: Shift[];
  }
}

/** Notes everything that moves without being asked to, also right after somebody pressed something. */
const watchShifts = (page: Page) =>
  page.addInitScript(() => {
    interface LayoutShift extends PerformanceEntry {
      value: number;
      hadRecentInput: boolean;
      sources: { node: Node | null }[];
    }
    window.shifts = [];
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput, sources } of list.getEntries() as LayoutShift[]) {
        const what = sources.map(({ node }) => (node instanceof Element ? `${node.tagName}.${node.className}` : '?'));
        window.shifts.push({ value, hadRecentInput, what });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });

/** What moved since the last step, as CLS is told: a digit that becomes a tick weighs a millionth. */
const movedOn = async (page: Page) => {
  const shifts = await shiftsOn(page);
  const sum = shifts.reduce((all, { value }) => all + value, 0);
  const what = shifts.filter(({ value }) => value >= 0.0005).map(({ value, what: by }) => `${value} ${by.join(' ')}`);
  return sum < 0.0005 ? 'nothing' : [sum.toFixed(3), ...what].join('; ');
};

/** Every shift since it was last asked for; two frames later, so that nothing is still on its way to the observer. */
const shiftsOn = (page: Page): Promise<Shift[]> =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(window.shifts.splice(0)), 0)));
      }),
  );

for (const [size, viewport] of Object.entries({
  desktop: { width: 1280, height: 860 },
  phone: { width: 390, height: 844 },
})) {
  test.describe(size, () => {
    test.use({ viewport });

    test('nothing moves on a step, nor from one step to the next', async ({ wizard, newPerson, page }) => {
      const ana = await newPerson({ password: 'correct horse', hint: 'horse' });
      await watchShifts(page);
      await wizard.open(ana);
      await page.waitForLoadState('networkidle');
      expect.soft(await movedOn(page), 'credentials').toBe('nothing');

      await wizard.fillCredentials(credentials);
      await wizard.expectStep('phone');
      await page.waitForLoadState('load');
      expect.soft(await movedOn(page), 'phone').toBe('nothing');

      await wizard.fillPhone(ana.phone);
      await wizard.expectStep('code');
      expect.soft(await movedOn(page), 'code').toBe('nothing');

      await wizard.typeCode(await wizard.codeFor(ana.phone));
      await wizard.expectStep('password');
      expect.soft(await movedOn(page), 'password').toBe('nothing');

      await wizard.typePassword('correct horse');
      await wizard.expectStep('connected');
      expect.soft(await movedOn(page), 'connected').toBe('nothing');

      await page.goto('/connections');
      await expect(page.getByRole('article', { name: ana.name })).toBeVisible();
      await page.waitForLoadState('load');
      expect.soft(await movedOn(page), 'connections').toBe('nothing');
    });
  });
}

test('the watch notices what moves', async ({ page }) => {
  await watchShifts(page);
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.evaluate(() => document.querySelector('main')?.before(document.createElement('hr')));
  await expect.poll(async () => (await shiftsOn(page)).length).toBeGreaterThan(0);
});
