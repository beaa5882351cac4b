import { act, cleanup, screen, waitFor } from '@testing-library/react';
import { render } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { App } from '../app.tsx';
import { enLater } from '../copy/en-later.ts';
import { en } from '../copy/en.ts';
import { answerWith, json, nobody, refuse, type Answers } from '../testing/answers.ts';
import { meta, session } from '../testing/draw.tsx';
import userEvent from '@testing-library/user-event';
import { openSession, takeLinkToken } from './opening.ts';

function openApp(answers: Answers) {
  const asked = answerWith({
    'GET /api/meta': () => json(meta),
    'GET /api/session': () => refuse(401, 'session.none'),
    'GET /api/attempts/current': () => refuse(404, 'attempt.none'),
    'GET /api/connections': () => json({ items: [], nextCursor: null }),
    ...answers,
  });
  const opening = openSession(takeLinkToken());
  render(<App opening={opening} initialCopy={{ locale: 'en', copy: en, later: enLater }} />);
  return { asked, user: userEvent.setup() };
}

const at = (address: string) => window.history.replaceState(null, '', address);

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('a connect link', () => {
  it('is exchanged, and its token leaves the address at once', async () => {
    at('/connect#t=secret-token-0123456789');
    const { asked } = openApp({ 'POST /api/session': () => json(session) });
    expect(window.location.href).not.toContain('secret-token');
    expect(await screen.findByRole('heading', { name: 'First, two values from Telegram' })).toBeTruthy();
    expect(asked).toContainEqual({
      method: 'POST',
      path: '/api/session',
      body: { linkToken: 'secret-token-0123456789', nonce: expect.stringMatching(/^[\w-]{32}$/) },
    });
  });

  it('is tried again with the same nonce when the answer gets lost', async () => {
    at('/connect#t=secret-token-0123456789');
    const answers = [nobody, () => json(session)];
    const { asked } = openApp({ 'POST /api/session': () => answers.shift()?.() ?? nobody() });
    await waitFor(() => expect(asked.some(({ method }) => method === 'POST')).toBe(true));
    await act(async () => window.dispatchEvent(new Event('online')));
    await screen.findByRole('heading', { name: 'First, two values from Telegram' });
    const [first, second, ...more] = asked.filter(({ method }) => method === 'POST');
    expect(second).toEqual(first);
    expect(more).toEqual([]);
  });

  it('that was used says so, and lets somebody signed in go on as who they are', async () => {
    at('/connect#t=secret-token-0123456789');
    const { user } = openApp({
      'POST /api/session': () => refuse(410, 'link.used'),
      'GET /api/session': () => json(session),
    });
    expect(await screen.findByRole('heading', { name: 'This link no longer works' })).toBeTruthy();
    await user.click(await screen.findByRole('button', { name: 'Go on as ana@example.com' }));
    expect(await screen.findByRole('heading', { name: 'First, two values from Telegram' })).toBeTruthy();
  });
});

describe('a connect link that has to wait', () => {
  it('is not spent: the same one can be tried again', async () => {
    at('/connect#t=secret-token-0123456789');
    const answers = [() => refuse(429, 'limit.requests'), () => refuse(503, 'server.busy'), () => json(session)];
    const { asked, user } = openApp({ 'POST /api/session': () => answers.shift()?.() ?? nobody() });
    expect(await screen.findByRole('heading', { name: 'Those were too many requests at once' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Try now' }));
    expect(await screen.findByRole('heading', { name: 'Very many people are signing in right now' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Try now' }));
    expect(await screen.findByRole('heading', { name: 'First, two values from Telegram' })).toBeTruthy();
    const [first, ...others] = asked.filter(({ method }) => method === 'POST');
    expect(others).toEqual([first, first]);
  });

  it('isn’t offered again once it is used or too old', async () => {
    at('/connect#t=secret-token-0123456789');
    openApp({ 'POST /api/session': () => refuse(410, 'link.expired') });
    expect(await screen.findByRole('heading', { name: 'This link no longer works' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Try now' })).toBeNull();
  });
});

describe('nobody signed in', () => {
  it('is told to come from Botize', async () => {
    at('/connect');
    openApp({ 'GET /api/meta': () => json({ ...meta, devSignIn: false }) });
    expect(await screen.findByRole('heading', { name: 'Open this from Botize' })).toBeTruthy();
  });

  it('may be anybody in development', async () => {
    at('/');
    const { user, asked } = openApp({ 'POST /api/session': () => json(session) });
    const userId = await screen.findByLabelText('User ID');
    await user.clear(userId);
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(screen.getByRole('alert').textContent).toBe('Type a user ID.');
    await user.type(userId, 'u42');
    await user.clear(screen.getByLabelText('Shown as'));
    await user.type(screen.getByLabelText('Shown as'), 'Ana');
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(await screen.findByRole('heading', { name: 'Your Telegram accounts' })).toBeTruthy();
    expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({
      dev: { userId: 'u42', role: 'user', label: 'Ana' },
    });
  });

  it('is shown again when the session ends meanwhile', async () => {
    at('/connections');
    openApp({
      'GET /api/session': () => json(session),
      'GET /api/connections': () => refuse(401, 'session.none'),
    });
    expect(await screen.findByRole('heading', { name: 'Development sign-in' })).toBeTruthy();
  });
});

describe('the page around', () => {
  it('says on every page that Telegram is simulated', async () => {
    at('/help');
    openApp({});
    expect(await screen.findByText(/^Simulation\. No real Telegram/)).toBeTruthy();
    expect(screen.getByRole('link', { name: /simulated phone/ }).getAttribute('href')).toBe(meta.phonePage);
  });

  it('changes its language, and remembers it', async () => {
    at('/connect');
    const { user } = openApp({ 'GET /api/session': () => json(session) });
    await user.selectOptions((await screen.findAllByLabelText('Language'))[0]!, 'es');
    expect(await screen.findByRole('heading', { name: 'Primero, dos valores de Telegram' })).toBeTruthy();
    await waitFor(() => expect(document.documentElement.lang).toBe('es'));
    expect(localStorage.getItem('locale')).toBe('es');
  });

  it('shows what the server says when it can’t even say who sits here', async () => {
    at('/connect');
    openApp({ 'GET /api/session': () => refuse(503, 'server.storage') });
    expect(await screen.findByRole('heading', { name: 'Our server can’t save anything right now' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Load again' })).toBeTruthy();
  });

  it('knows pages that don’t exist', async () => {
    at('/nowhere');
    openApp({});
    expect(await screen.findByRole('heading', { name: 'There is no page here' })).toBeTruthy();
  });
});
