import { expect, test } from './fixtures.ts';

const pages = ['/support', '/support/users/somebody', '/support/overview', '/support/looks'];
const id = '0123456789abcdefghijkl';
const routes = [
  ['POST', '/api/support/searches', {}],
  ['GET', '/api/support/users/somebody'],
  ['GET', '/api/support/users/somebody/events'],
  ['GET', '/api/support/events'],
  ['GET', '/api/support/overview'],
  ['GET', '/api/support/looks'],
  ['POST', '/api/support/users/somebody/links', { reason: 'because' }],
  ['POST', '/api/support/users/somebody/limits/clear', { reason: 'because', limit: 'tries' }],
  ['POST', `/api/support/connections/con_${id}/checks`, { reason: 'because' }],
  ['POST', `/api/support/attempts/att_${id}/end`, { reason: 'because' }],
] as const;

test('a user reaches nothing of the console, by page or by request', async ({ wizard, newPerson, page, stack }) => {
  const ana = await newPerson();
  await wizard.open(ana);
  for (const path of pages) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1, name: 'This page is for Botize support' })).toBeVisible();
  }
  for (const [method, path, data] of routes) {
    const answer = await page.request.fetch(path, {
      method,
      headers: { origin: stack.url },
      ...(data === undefined ? {} : { data }),
    });
    expect([path, answer.status(), (await answer.json()).code]).toEqual([path, 403, 'session.forbidden']);
  }
  await page.getByRole('link', { name: 'Your Telegram accounts' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Your Telegram accounts' })).toBeVisible();
});

test('nobody at all is asked to sign in, and staff who come to a page of users are led to the console', async ({
  page,
}) => {
  await page.goto('/connections');
  await page.getByRole('textbox', { name: 'User ID', exact: true }).fill('staff-led');
  await page.getByRole('combobox', { name: 'Role' }).selectOption('support');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page).toHaveURL(/\/support$/);
  for (const path of ['/', '/connect', '/connections']) {
    await page.goto(path);
    await expect(page).toHaveURL(/\/support$/);
    await expect(page.getByRole('textbox', { name: /^Botize user/ })).toBeVisible();
  }
});
