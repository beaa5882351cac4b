import { expect, type FrameLocator, type Page } from '@playwright/test';
import { waitUntil, type SimulatorControl } from '@botize/testkit/stack';

export type WizardStep =
  | 'credentials'
  | 'phone'
  | 'code'
  | 'email'
  | 'password'
  | 'confirm_account'
  | 'connected'
  | 'failed'
  | 'cancelled'
  | 'expired';

interface Pair {
  apiId: string;
  apiHash: string;
}

const codePatience = 20_000;

/**
 * The wizard as a person uses it: by the labels of its fields and the words on its buttons (in English). `seen` is
 * where it is drawn: the page, or a frame in it.
 */
export const wizardOn = (page: Page, control: SimulatorControl, seen: Page | FrameLocator = page) => {
  const step = (name: WizardStep) => seen.locator(`main[data-step="${name}"]`);
  const field = (label: string) => seen.getByRole('textbox', { name: label, exact: true });

  const wizard = {
    step,
    apiId: seen.getByLabel('API ID', { exact: true }),
    apiHash: seen.getByLabel('API hash', { exact: true }),
    consent: seen.getByRole('checkbox', { name: /I agree/ }),
    phone: seen.getByLabel('Phone number', { exact: true }),
    code: field('Code'),
    password: seen.getByLabel('Cloud password', { exact: true }),
    continue: seen.getByRole('button', { name: 'Continue', exact: true }),
    authorize: seen.getByRole('button', { name: 'Authorize' }),
    alert: seen.getByRole('alert'),

    /** The page of this step is drawn, and not just on its way. */
    async expectStep(name: WizardStep) {
      await expect(step(name).getByRole('heading', { level: 1 })).toBeVisible();
    },

    /** Signs in on the development page, then opens the wizard. */
    async open(person: { userId: string; label: string }) {
      await page.goto('/');
      await field('User ID').fill(person.userId);
      await field('Shown as').fill(person.label);
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Your Telegram accounts' })).toBeVisible();
      await page.goto('/connect');
      await wizard.expectStep('credentials');
    },

    /** Signs in without the development page, which is only in front of the wizard here. */
    async openSignedIn(person: { userId: string; label: string }) {
      const meta = await page.request.get('/api/meta');
      const headers = { origin: new URL(meta.url()).origin };
      const dev = { userId: person.userId, label: person.label };
      expect((await page.request.post('/api/session', { headers, data: { dev } })).ok()).toBe(true);
      await page.goto('/connect');
      await wizard.expectStep('credentials');
    },

    /** The same without the first two pages, for tests of what comes after them. */
    async openAtPhone(person: { userId: string; label: string }, { apiId, apiHash }: Pair) {
      const meta = await page.request.get('/api/meta');
      const { consentVersion } = (await meta.json()) as { consentVersion: string };
      const headers = { origin: new URL(meta.url()).origin };
      const dev = { userId: person.userId, label: person.label };
      expect((await page.request.post('/api/session', { headers, data: { dev } })).ok()).toBe(true);
      const data = { credentials: { apiId: Number(apiId), apiHash }, consent: { version: consentVersion } };
      expect((await page.request.post('/api/attempts', { headers, data })).ok()).toBe(true);
      await page.goto('/connect');
      await wizard.expectStep('phone');
    },

    async fillCredentials({ apiId, apiHash }: Pair) {
      await wizard.apiId.fill(apiId);
      await wizard.apiHash.fill(apiHash);
      await wizard.consent.check();
      await wizard.continue.click();
    },

    async fillPhone(phone: string) {
      await wizard.phone.fill(phone);
      await wizard.authorize.click();
    },

    /** The code as the person reads it on their phone. */
    codeFor: (phone: string) =>
      waitUntil(
        () => control.code(phone),
        codePatience,
        () => `no code arrived for ${phone}`,
      ),

    /** A code of the same length that isn't the right one. */
    wrongCodeFor: async (phone: string) => {
      const code = await wizard.codeFor(phone);
      return [...code].map((digit) => String((Number(digit) + 1) % 10)).join('');
    },

    /** Types a code; the page sends it by itself after the last digit. */
    async typeCode(code: string) {
      await wizard.code.fill(code);
    },

    async typePassword(password: string) {
      await wizard.password.fill(password);
      await wizard.continue.click();
    },

    /** From the open wizard to the page for the code. */
    async toCode(person: { phone: string }, pair: Pair) {
      await wizard.fillCredentials(pair);
      await wizard.expectStep('phone');
      await wizard.fillPhone(person.phone);
      await wizard.expectStep('code');
    },
  };
  return wizard;
};

export type Wizard = ReturnType<typeof wizardOn>;
