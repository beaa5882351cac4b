import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { credentials, expect, test } from './fixtures.ts';

const violations = async (page: Page) => {
  const { violations: found } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
};

for (const theme of ['light', 'dark'] as const) {
  test.describe(`in the ${theme} theme`, () => {
    test.use({ colorScheme: theme, contextOptions: { reducedMotion: 'reduce' } });

    test('no page of the wizard breaks a rule of WCAG 2.2 AA', async ({ wizard, newPerson, page }) => {
      const ana = await newPerson({ password: 'correct horse', hint: 'horse' });
      await page.goto('/');
      await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
      expect.soft(await violations(page), 'sign-in').toEqual([]);

      await wizard.open(ana);
      expect.soft(await violations(page), 'credentials').toEqual([]);

      await wizard.fillCredentials(credentials);
      await wizard.expectStep('phone');
      expect.soft(await violations(page), 'phone').toEqual([]);

      await wizard.fillPhone(ana.phone);
      await wizard.expectStep('code');
      expect.soft(await violations(page), 'code').toEqual([]);
      await wizard.typeCode(await wizard.wrongCodeFor(ana.phone));
      await expect(wizard.alert).toContainText('That isn’t the code.');
      expect.soft(await violations(page), 'wrong code').toEqual([]);

      await wizard.typeCode(await wizard.codeFor(ana.phone));
      await wizard.expectStep('password');
      expect.soft(await violations(page), 'password').toEqual([]);

      await wizard.typePassword('correct horse');
      await wizard.expectStep('connected');
      expect.soft(await violations(page), 'connected').toEqual([]);

      await page.goto('/connections');
      await expect(page.getByRole('article', { name: ana.name })).toBeVisible();
      expect.soft(await violations(page), 'connections').toEqual([]);
    });
  });
}
