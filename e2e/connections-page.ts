import type { Page } from '@playwright/test';
import { credentials, expect, type Person } from './fixtures.ts';
import type { Wizard } from './wizard.ts';

/** What the API tells of a connection, as far as these tests look. */
interface SeenConnection {
  id: string;
  status: string;
  reason: string | null;
  generation: number;
  account: { name: string };
  lastCheck: { outcome: string } | null;
}

/** The page of one's connections, as a person uses it (in English). */
export const connectionsOn = (page: Page, wizard: Wizard) => {
  const card = (person: { name: string }) => page.getByRole('article', { name: person.name, exact: true });
  const self = {
    card,
    activity: page.getByRole('region', { name: 'Activity' }),

    open: async () => {
      await page.goto('/connections');
      await expect(page.getByRole('heading', { level: 1, name: 'Your Telegram accounts' })).toBeVisible();
    },

    /** Connects one more account for whoever is signed in. */
    connect: async (account: { phone: string }) => {
      // The page of a sign-in that has ended goes when somebody looks at their connections.
      await self.open();
      await page.goto('/connect');
      await wizard.expectStep('credentials');
      await wizard.toCode(account, credentials);
      await wizard.typeCode(await wizard.codeFor(account.phone));
      await wizard.expectStep('connected');
    },

    /** Signs in as this person and connects their account. */
    connectAs: async (person: Person) => {
      await wizard.open(person);
      await self.connect(person);
      await self.open();
      await expect(card(person)).toContainText('Connected');
    },

    list: async (): Promise<SeenConnection[]> => (await (await page.request.get('/api/connections')).json()).items,

    check: (person: Person) =>
      card(person)
        .getByRole('button', { name: `Check ${person.name} now` })
        .click(),

    /** Presses `Remove` or `Disconnect` on the card and answers the question. */
    end: async (person: Person, button: 'Remove' | 'Disconnect') => {
      await card(person)
        .getByRole('button', { name: `${button} ${person.name}` })
        .click();
      await page.getByRole('dialog').getByRole('button', { name: 'Disconnect', exact: true }).click();
    },

    /** From the card to the page for the code: nothing is typed on the way. */
    reconnect: async (person: Person) => {
      await card(person)
        .getByRole('link', { name: `Reconnect ${person.name}` })
        .click();
      await wizard.expectStep('credentials');
      await expect(wizard.apiHash).toHaveCount(0);
      await wizard.consent.check();
      await wizard.continue.click();
      await wizard.expectStep('phone');
    },
  };
  return self;
};
