import type { Page } from '@playwright/test';
import type { SimulatorControl } from '@botize/testkit/stack';
import { connectionsOn } from './connections-page.ts';
import { openConsole } from './console.ts';
import { credentials, expect, test, type AccountTraits, type Person } from './fixtures.ts';
import type { Wizard } from './wizard.ts';

/** A person in trouble, and those who see them. */
interface Scene {
  person: Person;
  page: Page;
  wizard: Wizard;
  control: SimulatorControl;
}

interface Cause {
  name: string;
  traits?: AccountTraits;
  /** Brings the person into it. */
  happens: (scene: Scene) => Promise<void>;
  /** What staff search for: one or more ways to name the same person. */
  by: (scene: Scene) => Promise<string[]>;
  /** The headline, and the first thing to do. */
  title: RegExp;
  next: RegExp;
  /** A part of the answer to paste. */
  answer: RegExp;
  /** What must not stay. */
  after?: (scene: Scene) => Promise<void>;
}

const toCode = async ({ wizard, person }: Scene) => {
  await wizard.openAtPhone(person, credentials);
  await wizard.fillPhone(person.phone);
  await wizard.expectStep('code');
};

const endedAs = (as: 'revoked' | 'duplicated') => async (scene: Scene) => {
  const { page, wizard, control, person } = scene;
  const connections = connectionsOn(page, wizard);
  await connections.connectAs(person);
  const key = (await control.authorizedKeys()).find(({ phone }) => phone === person.phone);
  await control.endDevice(person.phone, key?.authKeyId ?? '', as);
  await connections.check(person);
  await expect(connections.card(person)).toContainText('Needs reconnecting');
};

/** The connection of an ended session has no session any more. */
const remove = async ({ page, wizard, person }: Scene) => {
  await connectionsOn(page, wizard).end(person, 'Remove');
  await expect(page.getByText('is disconnected')).toBeVisible();
};

const referenceOn = async (page: Page) =>
  (await page.locator('.footer-reference').innerText()).replace('Reference', '').trim();

const userId = async ({ person }: Scene) => [person.userId];
const national = (phone: string) => phone.replace(/^\+34(\d{3})(\d{3})(\d{3})$/, '+34 $1 $2 $3');

const causes: Cause[] = [
  {
    name: 'a flood wait, found by the Botize user',
    traits: { scenario: 'flood_send_code' },
    happens: async ({ wizard, person, page }) => {
      await wizard.openAtPhone(person, credentials);
      await wizard.fillPhone(person.phone);
      await expect(page.getByRole('heading', { level: 1, name: /^Telegram asks you to wait until/ })).toBeVisible();
    },
    by: userId,
    title: /^Telegram asked them to wait until .*\d\d:\d\d$/,
    next: /sign in with the QR code/,
    answer: /choose the QR code/,
  },
  {
    name: 'an expired code, found by the reference on the screen',
    traits: { scenario: 'code_expired' },
    happens: async (scene) => {
      await toCode(scene);
      await scene.wizard.typeCode(await scene.wizard.codeFor(scene.person.phone));
      await scene.wizard.expectStep('phone');
    },
    by: async ({ page }) => {
      const reference = await referenceOn(page);
      return [reference, reference.toLowerCase().replaceAll('-', '')];
    },
    title: /^The code no longer works$/,
    next: /a new code sent/,
    answer: /Don’t forward it to anybody/,
  },
  {
    name: 'a cloud password that was wrong too often, found by the name',
    traits: { password: 'correct horse' },
    happens: async (scene) => {
      const { wizard, person, control, page } = scene;
      await toCode(scene);
      await wizard.typeCode(await wizard.codeFor(person.phone));
      await wizard.expectStep('password');
      await wizard.typePassword('wrong');
      await expect(wizard.alert).toBeVisible();
      const kind = { type: 'rpc_error', code: 420, message: 'PHONE_PASSWORD_FLOOD' };
      await control.fault({ method: 'auth.checkPassword', kind });
      await wizard.typePassword('wrong again');
      await expect(page.getByText('Too many wrong passwords')).toBeVisible();
    },
    by: async ({ person }) => [person.label, person.label.split('@')[0] ?? ''],
    title: /^The cloud password was wrong too often/,
    next: /try no more until then/,
    answer: /Never send it to us/,
  },
  {
    name: 'a banned number, found by the number however it is written',
    traits: { scenario: 'number_banned' },
    happens: async ({ wizard, person, page }) => {
      await wizard.openAtPhone(person, credentials);
      await wizard.fillPhone(person.phone);
      await expect(page.getByText('Telegram has banned this number.')).toBeVisible();
    },
    by: async ({ person: { phone } }) => [phone, national(phone), phone.replace('+', '00'), phone.replace('+', '')],
    title: /^Telegram has banned this number$/,
    next: /only Telegram can lift it/,
    answer: /Only Telegram can lift that/,
  },
  {
    name: 'a published API ID, found by the Botize user',
    traits: { scenario: 'api_id_published' },
    happens: async ({ wizard, person }) => {
      await wizard.openAtPhone(person, credentials);
      await wizard.fillPhone(person.phone);
      await wizard.expectStep('failed');
    },
    by: userId,
    title: /^Telegram limits this API ID: it was published$/,
    next: /an app of their own/,
    answer: /create your own app/,
  },
  {
    name: 'a session ended under Devices, found by @username',
    traits: { username: 'revokedana' },
    happens: endedAs('revoked'),
    by: async () => ['@revokedana', 'https://t.me/RevokedAna'],
    title: /^Ended in Telegram, under Devices$/,
    next: /Ask whether they ended it/,
    answer: /press “Reconnect”/,
    after: remove,
  },
  {
    name: 'a session used in two places, found by the connection',
    happens: endedAs('duplicated'),
    by: async ({ page, wizard }) => (await connectionsOn(page, wizard).list()).map(({ id }) => id),
    title: /^The session was used in two places$/,
    next: /Send a repair link/,
    answer: /from two places at the same time/,
    after: remove,
  },
];

for (const cause of causes) {
  test(`${cause.name}: staff see why and what to do`, async ({ wizard, newPerson, page, control, browser, stack }) => {
    const person = await newPerson(cause.traits ?? {});
    const scene = { person, page, wizard, control };
    await cause.happens(scene);

    const console = await openConsole(browser, stack.url);
    for (const text of await cause.by(scene)) {
      await console.page.goto('/support');
      await console.find(text, person);
      await expect(console.heading).toHaveText(person.label);
      expect(console.page.url()).not.toContain(person.phone.slice(3));
    }
    await expect(console.diagnosis.getByRole('heading', { level: 2 })).toHaveText(cause.title);
    await expect(console.diagnosis.locator('ol')).toContainText(cause.next);
    await expect(console.answer).toContainText(cause.answer);
    const shown = await console.page.content();
    expect(shown).not.toContain(person.phone);
    expect(shown).not.toContain(credentials.apiHash);
    await cause.after?.(scene);
    await console.page.context().close();
  });
}
