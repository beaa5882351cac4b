import { connectionsOn } from './connections-page.ts';
import { openConsole, staff } from './console.ts';
import { credentials, expect, test } from './fixtures.ts';

test('a look and an act with its reason are in the activity of the user', async ({
  wizard,
  newPerson,
  page,
  browser,
  stack,
}) => {
  const ana = await newPerson();
  const connections = connectionsOn(page, wizard);
  await connections.connectAs(ana);

  const console = await openConsole(browser, stack.url);
  await console.find(ana.userId, ana);
  await expect(console.page.getByText(/^Your look at \d\d:\d\d is recorded\./)).toBeVisible();
  await console.act('Ask for a check', 'Ask now', 'She says that nothing is sent.');
  await expect(console.page.getByText('Telegram was asked: all is well.')).toBeVisible();
  await expect(console.timeline).toContainText(`Support (${staff.id}) asked for a check.`);

  await page.reload();
  await connections.activity.getByRole('button', { name: 'Show all activity' }).click();
  await expect(connections.activity).toContainText('Botize support looked at the status.');
  await expect(connections.activity).toContainText('Botize support asked Telegram whether the connection works.');
  await expect(connections.activity.locator('bdi', { hasText: 'She says that nothing is sent.' })).toBeVisible();
  await expect(connections.activity).not.toContainText(staff.id);

  await console.page.getByRole('link', { name: 'What was looked at' }).click();
  const mine = console.page.getByRole('table', { name: 'What you looked at' });
  await expect(mine.getByRole('row', { name: /Asked for a check/ }).first()).toContainText(
    'She says that nothing is sent.',
  );
  await expect(mine.getByRole('row', { name: /Searched by Botize user/ }).first()).toBeVisible();
});

test('staff end an open sign-in, and the user can begin again', async ({ wizard, newPerson, page, browser, stack }) => {
  const ana = await newPerson();
  await wizard.openAtPhone(ana, credentials);
  await wizard.fillPhone(ana.phone);
  await wizard.expectStep('code');

  const console = await openConsole(browser, stack.url);
  await console.openPerson(ana);
  await expect(console.diagnosis).toContainText('The code was sent; we wait for it');
  await console.act('End the open sign-in', 'End it', 'It hangs.');
  await expect(console.page.getByText('The sign-in is ended. They can begin again at once.')).toBeVisible();
  await expect(console.page.getByRole('button', { name: 'End the open sign-in' })).toHaveCount(0);

  await wizard.expectStep('cancelled');
  await wizard.openAtPhone(ana, credentials);
  await wizard.fillPhone(ana.phone);
  await wizard.expectStep('code');
  await wizard.typeCode(await wizard.codeFor(ana.phone));
  await wizard.expectStep('connected');
  await expect(page.locator('main')).toContainText(ana.name);
});

test('an open page follows what happens to the user, without a reload', async ({
  wizard,
  newPerson,
  browser,
  stack,
}) => {
  const ana = await newPerson();
  const console = await openConsole(browser, stack.url);
  await wizard.openAtPhone(ana, credentials);
  await expect(console.rowOf(ana)).toHaveCount(0);
  await console.page.getByRole('link', { name: /^Trying now/ }).click();
  await expect(console.rowOf(ana)).toBeVisible();
  await console.rowOf(ana).click();
  await expect(console.diagnosis).toContainText('At the number: nothing has gone wrong');

  await console.page.evaluate(() => Object.assign(window, { unchanged: true }));
  await wizard.fillPhone(ana.phone);
  await wizard.expectStep('code');
  await expect(console.diagnosis).toContainText('The code was sent; we wait for it');
  await wizard.typeCode(await wizard.wrongCodeFor(ana.phone));
  await expect(console.diagnosis).toContainText(/A wrong code, \d tries left/);
  await expect(console.timeline).toContainText('Code sent to the Telegram app.');
  await wizard.typeCode(await wizard.codeFor(ana.phone));
  await wizard.expectStep('connected');
  await expect(console.diagnosis).toContainText('Everything works');
  expect(await console.page.evaluate(() => (window as { unchanged?: boolean }).unchanged)).toBe(true);
});

test('an open page says that our server is gone, and goes on when it is back', async ({
  wizard,
  newPerson,
  browser,
  stack,
}) => {
  const ana = await newPerson();
  await wizard.openAtPhone(ana, credentials);
  const console = await openConsole(browser, stack.url);
  await console.openPerson(ana);
  await stack.killServer('SIGKILL');
  const offline = console.page.getByText(/our server can’t be reached/);
  await expect(offline).toBeVisible();
  await expect(console.diagnosis).toContainText('At the number: nothing has gone wrong');
  await stack.startServer();
  await expect(offline).toHaveCount(0);
  await wizard.fillPhone(ana.phone);
  await wizard.expectStep('code');
  await expect(console.diagnosis).toContainText('The code was sent; we wait for it');
});

test('without a host, a repair link is shown in development and leads the user to the wizard', async ({
  wizard,
  newPerson,
  browser,
  stack,
}) => {
  const ana = await newPerson();
  await wizard.open(ana);
  const console = await openConsole(browser, stack.url);
  await console.openPerson(ana);
  await console.act('Send a repair link', 'Send the link', 'She asked for it.');
  const link = await console.page.locator('.act-link bdi').innerText();
  const theirs = await (await browser.newContext()).newPage();
  await theirs.goto(link);
  await expect(theirs.locator('main[data-step="credentials"]')).toBeVisible();
  await expect(theirs.getByText(ana.label)).toBeVisible();
});

test('the reference on the screen of the user is that of the console and of the log', async ({
  wizard,
  newPerson,
  page,
  browser,
  stack,
}) => {
  const ana = await newPerson({ scenario: 'unknown_error' });
  await wizard.openAtPhone(ana, credentials);
  await wizard.fillPhone(ana.phone);
  await expect(page.getByText('Telegram said no, for a reason that we don’t know.')).toBeVisible();
  const reference = (await page.locator('.footer-reference bdi').innerText()).trim();
  expect(reference).toMatch(/^CN-[0-9A-Z]{4}-[0-9A-Z]{4}$/);

  const console = await openConsole(browser, stack.url);
  await console.find(reference, ana);
  await expect(console.diagnosis).toContainText('Telegram refused the way we asked');
  await expect(console.page.locator('.diagnostic')).toContainText(reference);
  await expect(console.answer).toContainText(reference);
  await expect(console.page.locator('.footer-reference')).toContainText(reference);
  expect(stack.log()).toContain(reference);
});
