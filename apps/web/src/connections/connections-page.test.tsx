import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { attemptWith, codeState, connections, connectionWith } from '../connect/fixtures.ts';
import { answerWith, json, refuse, type Answers } from '../testing/answers.ts';
import { draw } from '../testing/draw.tsx';
import { ConnectionsPage } from './connections-page.tsx';

function drawPage(items = connections, answers: Answers = {}) {
  const asked = answerWith({
    'GET /api/connections': () => json({ items, nextCursor: null }),
    'GET /api/attempts/current': () => refuse(404, 'attempt.none'),
    ...answers,
  });
  return { ...draw(<ConnectionsPage />), asked };
}

const card = async (name: string) => within(await screen.findByRole('article', { name }));

beforeEach(() => window.history.replaceState(null, '', '/connections'));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('the connections', () => {
  it('show status, reason and next action, and what needs the person first', async () => {
    drawPage();
    const tienda = await card('Tienda Norte');
    expect(tienda.getByText('Needs reconnecting')).toBeTruthy();
    expect(tienda.getByText('Signed out in Telegram.')).toBeTruthy();
    expect(tienda.getByRole('link', { name: 'Reconnect Tienda Norte' }).getAttribute('href')).toBe(
      `/connect?reconnect=${connections[1]!.id}`,
    );
    expect(screen.getByText(/^Two accounts need you\./)).toBeTruthy();
    expect(screen.getAllByRole('article').map((each) => each.getAttribute('aria-label'))).toEqual([
      'Tienda Norte',
      'Gim Studio',
      'Marta Giménez',
    ]);
  });

  it('say what to do when there are none', async () => {
    drawPage([]);
    expect(await screen.findByText('No Telegram account is connected yet.')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Connect an account' }).getAttribute('href')).toBe('/connect');
  });

  it('have a card for a sign-in that isn’t finished', async () => {
    const attempt = attemptWith(codeState({ type: 'app', length: 5 }));
    const { user, asked } = drawPage([], {
      'GET /api/attempts/current': () => json(attempt),
      [`DELETE /api/attempts/${attempt.id}`]: () => json(null, 204),
    });
    const unfinished = within(await screen.findByRole('region', { name: 'Not finished' }));
    expect(unfinished.getByText(/You stopped at “Code”/)).toBeTruthy();
    await user.click(unfinished.getByRole('button', { name: 'Cancel' }));
    expect(asked.some(({ method }) => method === 'DELETE')).toBe(true);
  });

  it('are checked on request', async () => {
    const before = connectionWith({ lastCheck: null });
    const after = connectionWith({ lastCheck: { at: new Date().toISOString(), outcome: 'unreachable' } });
    const { user } = drawPage([before], { [`POST /api/connections/${before.id}/check`]: () => json(after) });
    const marta = await card('Marta Giménez');
    expect(marta.getByText(/Not checked yet/)).toBeTruthy();
    await user.click(marta.getByRole('button', { name: 'Check Marta Giménez now' }));
    expect((await marta.findByRole('status')).textContent).toContain('couldn’t be reached');
    expect(marta.getByText('Connected')).toBeTruthy();
  });

  it('in use can’t be checked, and say so', async () => {
    const connection = connectionWith();
    const { user } = drawPage([connection], {
      [`POST /api/connections/${connection.id}/check`]: () => refuse(409, 'connection.leased'),
    });
    const marta = await card('Marta Giménez');
    await user.click(marta.getByRole('button', { name: 'Check Marta Giménez now' }));
    expect(await marta.findByText(/Botize is using this account right now/)).toBeTruthy();
  });

  it('go only after a question, and tell whether Telegram confirmed it', async () => {
    const connection = connectionWith();
    const { user, asked } = drawPage([connection], {
      [`DELETE /api/connections/${connection.id}`]: () => json({ remoteLogout: 'pending' }),
    });
    await user.click((await card('Marta Giménez')).getByRole('button', { name: 'Disconnect Marta Giménez' }));
    expect(asked.some(({ method }) => method === 'DELETE')).toBe(false);
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Disconnect' }));
    expect(await screen.findByText(/is disconnected here/)).toBeTruthy();
    expect(screen.queryByRole('article')).toBeNull();
  });

  it('stay when the question is answered with no', async () => {
    const connection = connectionWith();
    const { user, asked } = drawPage([connection]);
    await user.click((await card('Marta Giménez')).getByRole('button', { name: 'Disconnect Marta Giménez' }));
    await user.click(screen.getByRole('button', { name: 'Keep it' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(asked.some(({ method }) => method === 'DELETE')).toBe(false);
  });
});
