import { connectionsOn } from './connections-page.ts';
import { expect, test, type Person } from './fixtures.ts';

test.use({ serverEnv: { CHECK_INTERVAL_SECONDS: '2', TELEGRAM_DEADLINE_MS: '8000' } });

test.describe('a session that Telegram has ended', () => {
  const endings = [
    { as: 'revoked', says: 'Signed out in Telegram.' },
    { as: 'destroyed', says: 'Signed out in Telegram.' },
    { as: 'expired', says: 'Telegram let the session run out.' },
    { as: 'duplicated', says: 'The session was used in two places.' },
  ] as const;
  for (const { as, says } of endings) {
    test(as, async ({ wizard, newPerson, page, control }) => {
      const ana = await newPerson();
      const connections = connectionsOn(page, wizard);
      await connections.connectAs(ana);
      const key = (await control.authorizedKeys()).find(({ phone }) => phone === ana.phone);
      await control.endDevice(ana.phone, key?.authKeyId ?? '', as);

      await connections.check(ana);
      await expect(connections.card(ana)).toContainText('Needs reconnecting');
      await expect(connections.card(ana)).toContainText(says);
      await connections.end(ana, 'Remove');
      await expect(page.getByText('is disconnected')).toBeVisible();
    });
  }
});

test.describe('an account that Telegram has', () => {
  const fates = [
    { status: 'frozen', says: 'Telegram has frozen this account.' },
    { status: 'deactivated', says: 'This account was deleted in Telegram.' },
    { status: 'banned', says: 'Telegram has banned this account.' },
  ] as const;
  for (const { status, says } of fates) {
    test(status, async ({ wizard, newPerson, page, control }) => {
      const ana = await newPerson();
      const connections = connectionsOn(page, wizard);
      await connections.connectAs(ana);

      await control.person({ ...simulated(ana), status });
      await expect(connections.card(ana)).toContainText('Suspended');
      await expect(connections.card(ana)).toContainText(says);
      expect(await connections.list()).toMatchObject([{ status: 'suspended', reason: status }]);

      await control.person({ ...simulated(ana), status: 'active' });
      await expect(connections.card(ana).getByText('Connected', { exact: true })).toBeVisible();
      await expect(connections.activity).toContainText('It works again.');
    });
  }
});

test('with the network down for a whole round of checks no status changes', async ({
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
  await control.person({ ...simulated(shop), status: 'frozen' });
  const seen = async () =>
    Object.fromEntries(
      (await connections.list()).map(({ account, status, lastCheck }) => [
        account.name,
        `${status} ${lastCheck?.outcome}`,
      ]),
    );
  await expect.poll(seen).toEqual({ [ana.name]: 'connected ok', [shop.name]: 'suspended frozen' });

  await control.fault({ method: 'connect', times: 100_000, kind: { type: 'reset_before' } });
  await expect
    .poll(seen, { timeout: 60_000 })
    .toEqual({ [ana.name]: 'connected unreachable', [shop.name]: 'suspended unreachable' });
  await connections.open();
  await expect(connections.card(ana).getByText('Connected', { exact: true })).toBeVisible();
  await expect(connections.card(ana)).toContainText('Telegram couldn’t be reached at the last check.');

  await control.clearFaults();
  await control.person({ ...simulated(shop), status: 'active' });
  await expect.poll(seen, { timeout: 60_000 }).toEqual({ [ana.name]: 'connected ok', [shop.name]: 'connected ok' });
});

/** As the simulated Telegram knows them, to change one thing about them. */
function simulated({ phone, name }: Person) {
  const [firstName = '', lastName = ''] = name.split(' ');
  return { phone, firstName, lastName };
}
