import type { ActivityEntry } from '@botize/contract';
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connectionWith } from '../connect/fixtures.ts';
import { answerWith, json, refuse, type Answers } from '../testing/answers.ts';
import { draw } from '../testing/draw.tsx';
import { ConnectionsPage } from './connections-page.tsx';

const marta = connectionWith();
const tienda = connectionWith({
  id: 'con_1123456789abcdefghijkl',
  account: { id: '2', name: 'Tienda Norte', username: null, phoneMasked: '+34 ••• ••• 204' },
});

const entry = (over: Partial<ActivityEntry>): ActivityEntry => ({
  at: new Date().toISOString(),
  action: 'connection.connected',
  actor: 'user',
  connectionId: marta.id,
  outcome: null,
  ...over,
});
const activity = (...items: ActivityEntry[]) => json({ items, nextCursor: null });

function drawPage(answers: Answers, locale: 'en' | 'es' = 'en') {
  const asked = answerWith({
    'GET /api/connections': () => json({ items: [marta, tienda], nextCursor: null, logoutsPending: 0 }),
    'GET /api/attempts/current': () => refuse(404, 'attempt.none'),
    ...answers,
  });
  return { ...draw(<ConnectionsPage />, locale), asked };
}

const column = async (name = 'Activity') => within(await screen.findByRole('region', { name }));

beforeEach(() => window.history.replaceState(null, '', '/connections'));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('the activity column', () => {
  it('tells in plain words who looked and what a check found', async () => {
    drawPage({
      [`GET /api/connections/${marta.id}/activity`]: () =>
        activity(
          entry({ action: 'support.looked', actor: 'support' }),
          entry({ action: 'connection.checked', actor: 'user', outcome: 'unreachable' }),
          entry({}),
        ),
    });
    const shown = await column();
    expect(await shown.findByText('Botize support looked')).toBeTruthy();
    expect(shown.getByText(/couldn’t be reached/)).toBeTruthy();
    expect(shown.getByText('You connected it.')).toBeTruthy();
  });

  it('speaks the person’s language', async () => {
    drawPage({ [`GET /api/connections/${marta.id}/activity`]: () => activity(entry({})) }, 'es');
    expect(await (await column('Actividad')).findByText('La conectaste.')).toBeTruthy();
  });

  it('follows the connection that is chosen, and can tell of everything by name', async () => {
    const { user } = drawPage({
      [`GET /api/connections/${marta.id}/activity`]: () => activity(entry({})),
      [`GET /api/connections/${tienda.id}/activity`]: () => activity(entry({ action: 'connection.reconnected' })),
      'GET /api/activity': () =>
        activity(entry({ action: 'session.abandoned', actor: 'system', connectionId: null }), entry({})),
    });
    await user.click(await screen.findByRole('button', { name: /^Tienda Norte/ }));
    expect(await (await column()).findByText('You reconnected it.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Show all activity' }));
    const everything = await column();
    expect(await everything.findByText(/never confirmed a log-out/)).toBeTruthy();
    expect(everything.getByText('Marta Giménez')).toBeTruthy();
  });
});

describe('the page', () => {
  it('notices by itself what has changed elsewhere', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    let items = [marta];
    drawPage({ 'GET /api/connections': () => json({ items, nextCursor: null }) });
    expect(await screen.findByText('Connected')).toBeTruthy();
    items = [connectionWith({ status: 'needs_reconnect', reason: 'expired', nextAction: 'reconnect' })];
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await screen.findByText('Telegram let the session run out.')).toBeTruthy();
  });

  it('tells when Telegram has confirmed a log-out that it was waiting for', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    let logoutsPending = 1;
    let items = [marta];
    const { user } = drawPage({
      'GET /api/connections': () => json({ items, nextCursor: null, logoutsPending }),
      [`DELETE /api/connections/${marta.id}`]: () => {
        items = [];
        return json({ remoteLogout: 'pending' });
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Disconnect Marta Giménez' }));
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Disconnect' }));
    expect(await screen.findByText(/is disconnected here, and erased/)).toBeTruthy();
    logoutsPending = 0;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await screen.findByText(/Telegram has confirmed it/)).toBeTruthy();
  });

  it('says so while former sessions wait for Telegram', async () => {
    drawPage({ 'GET /api/connections': () => json({ items: [], nextCursor: null, logoutsPending: 2 }) });
    expect(await screen.findByText(/hasn’t confirmed yet that every former session is ended/)).toBeTruthy();
  });
});

describe('leaving', () => {
  it.each([
    [0, /Telegram has ended every session/],
    [2, /hasn’t confirmed the end of every session yet/],
  ])('erases everything after a question, and tells what is still to be done (%i pending)', async (pending, says) => {
    const { user, asked } = drawPage({ 'DELETE /api/users/me': () => json({ disconnected: 2, pending }) });
    await user.click(await screen.findByRole('button', { name: 'Erase everything' }));
    expect(asked.some(({ method }) => method === 'DELETE')).toBe(false);
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Erase everything' }));
    expect(await screen.findByRole('heading', { name: 'Everything is erased' })).toBeTruthy();
    expect(screen.getByText(says)).toBeTruthy();
  });

  it('keeps everything when the question is answered with no, and says what went wrong', async () => {
    const { user, asked } = drawPage({ 'DELETE /api/users/me': () => refuse(503, 'server.busy') });
    await user.click(await screen.findByRole('button', { name: 'Erase everything' }));
    await user.click(screen.getByRole('button', { name: 'Keep everything' }));
    expect(asked.some(({ method }) => method === 'DELETE')).toBe(false);
    await user.click(screen.getByRole('button', { name: 'Erase everything' }));
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Erase everything' }));
    expect(await screen.findByRole('alert')).toBeTruthy();
    expect(screen.getAllByRole('article')).toHaveLength(2);
  });
});
