import { connectionsOn } from './connections-page.ts';
import { expect, test, type Person } from './fixtures.ts';

test.use({ serverEnv: { CHECK_INTERVAL_SECONDS: '2' } });

const masked = ({ phone }: Person) => `••• ${phone.slice(-3)}`;

test('a session ended on the phone is found, and reconnecting needs nothing but the code', async ({
  wizard,
  newPerson,
  page,
  control,
}) => {
  const ana = await newPerson();
  const connections = connectionsOn(page, wizard);
  await connections.connectAs(ana);
  const [before] = await connections.list();
  await control.endDevice(ana.phone, (await keysOf(control, ana))[0] ?? '');

  // Nobody presses anything: the scheduled check finds it, and the open page tells.
  await expect(connections.card(ana)).toContainText('Needs reconnecting');
  await expect(connections.card(ana)).toContainText('Signed out in Telegram.');
  await expect(connections.activity).toContainText('Automations stopped: it was signed out in Telegram.');

  await connections.reconnect(ana);
  await expect(wizard.step('phone')).toContainText(masked(ana));
  await expect(wizard.phone).toHaveCount(0);
  await wizard.authorize.click();
  await wizard.expectStep('code');
  await wizard.typeCode(await wizard.codeFor(ana.phone));
  await wizard.expectStep('connected');

  const after = await connections.list();
  expect(after).toMatchObject([{ id: before?.id, generation: 2, status: 'connected', reason: null }]);
  await connections.open();
  await expect(connections.activity).toContainText('You reconnected it.');
});

test.describe('a reconnect that meets another account asks', () => {
  for (const answer of ['Use this one', 'Go back'] as const) {
    test(answer, async ({ wizard, newPerson, page, control }) => {
      const ana = await newPerson();
      const other = await newPerson();
      const connections = connectionsOn(page, wizard);
      await connections.connectAs(ana);
      const [before] = await connections.list();
      await page.goto(`/connect?reconnect=${before?.id}`);
      await wizard.consent.check();
      await wizard.continue.click();
      await wizard.expectStep('phone');
      await page.getByRole('button', { name: 'Use another number' }).click();
      await wizard.fillPhone(other.phone);
      await wizard.expectStep('code');
      await wizard.typeCode(await wizard.codeFor(other.phone));

      await wizard.expectStep('confirm_account');
      for (const person of [ana, other]) {
        await expect(wizard.step('confirm_account')).toContainText(person.name);
        await expect(wizard.step('confirm_account')).toContainText(masked(person));
      }
      expect(await connections.list()).toHaveLength(1);
      await page.getByRole('button', { name: answer }).click();

      if (answer === 'Use this one') {
        await wizard.expectStep('connected');
        const names = (await connections.list()).map(({ account, generation }) => [account.name, generation]);
        expect(names.sort()).toEqual(
          [
            [ana.name, 1],
            [other.name, 1],
          ].sort(),
        );
      } else {
        await wizard.expectStep('phone');
        await expect(wizard.step('phone')).toContainText(masked(ana));
        await expect.poll(() => keysOf(control, other)).toEqual([]);
        expect(await connections.list()).toMatchObject([{ id: before?.id, generation: 1, status: 'connected' }]);
        await page.getByRole('button', { name: 'Cancel' }).click();
        await wizard.expectStep('cancelled');
      }
    });
  }
});

test('two accounts are two connections; the same account again stays one', async ({
  wizard,
  newPerson,
  page,
  control,
}) => {
  const ana = await newPerson();
  const shop = await newPerson();
  const connections = connectionsOn(page, wizard);
  await connections.connectAs(ana);
  await connections.connect(shop);
  await connections.connect(ana);
  await connections.open();
  await expect(page.getByRole('article')).toHaveCount(2);

  const list = await connections.list();
  expect(list.find(({ account }) => account.name === ana.name)?.generation).toBe(2);
  expect(list.find(({ account }) => account.name === shop.name)?.generation).toBe(1);
  await expect.poll(async () => (await keysOf(control, ana)).length).toBe(1);

  await page.getByRole('button', { name: shop.name }).first().click();
  await expect(connections.activity).toContainText(shop.name);
  await expect(connections.activity).toContainText('You connected it.');
  await expect(connections.activity).not.toContainText('You reconnected it.');
});

type Control = { authorizedKeys(): Promise<{ authKeyId: string; phone: string }[]> };

const keysOf = async (control: Control, { phone }: Person) =>
  (await control.authorizedKeys()).filter((key) => key.phone === phone).map((key) => key.authKeyId);
