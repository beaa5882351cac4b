import type { Browser, Page } from '@playwright/test';
import { expect } from './fixtures.ts';

export const staff = { id: 'staff-ana', name: 'Ana Ruiz' };

/** The support console as a member of staff uses it (in English). */
export const consoleOn = (page: Page) => {
  const self = {
    page,
    field: page.getByRole('textbox', { name: /^Botize user, @username/ }),
    heading: page.getByRole('heading', { level: 1 }),
    /** What is wrong, and what to do about it. */
    diagnosis: page.locator('.diagnosis'),
    answer: page.getByRole('tabpanel'),
    timeline: page.getByRole('region', { name: 'What happened' }),
    rows: page.locator('[data-row]'),
    rowOf: (person: { userId: string }) => page.locator('[data-row]').filter({ hasText: person.userId }),

    /** Signs in on the development page and comes to the list. */
    open: async () => {
      await page.goto('/support');
      await page.getByRole('textbox', { name: 'User ID', exact: true }).fill(staff.id);
      await page.getByRole('textbox', { name: 'Shown as', exact: true }).fill(staff.name);
      await page.getByRole('combobox', { name: 'Role' }).selectOption('support');
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      await expect(self.field).toBeVisible();
    },

    search: async (text: string) => {
      await self.field.fill(text);
      await self.field.press('Enter');
      await expect(page.getByText(/^Found by|^Nobody was found/).first()).toBeVisible();
    },

    /** From a search to the page of whom it finds. */
    find: async (text: string, person: { userId: string }) => {
      await self.search(text);
      await self.rowOf(person).first().click();
      await expect(page).toHaveURL(new RegExp(`/support/users/${person.userId}$`));
    },

    openPerson: async (person: { userId: string; label: string }) => {
      await page.goto(`/support/users/${person.userId}`);
      await expect(self.heading).toHaveText(person.label);
    },

    /** Presses the button of an act, says why, and goes through with it. */
    act: async (button: string, submit: string, reason: string) => {
      await page.getByRole('button', { name: button, exact: true }).click();
      await page.getByRole('textbox', { name: 'Reason' }).fill(reason);
      await page.getByRole('button', { name: submit, exact: true }).click();
    },
  };
  return self;
};

/** The console in a browser of its own: nobody is staff and user at once. */
export const openConsole = async (browser: Browser, baseURL: string, more: object = {}) => {
  const context = await browser.newContext({ baseURL, ...more });
  const console = consoleOn(await context.newPage());
  await console.open();
  return console;
};
