import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { json, refuse } from '../../testing/answers.ts';
import { listOf, rows } from '../fixtures.ts';
import { drawSupport } from '../testing/draw-support.tsx';
import { FakeEventSource } from '../testing/fake-event-source.ts';
import { addressOf, readAddress } from './list-address.ts';

const wide = (matches: boolean) =>
  vi.stubGlobal('matchMedia', () => ({ matches, addEventListener: () => {}, removeEventListener: () => {} }));

const open = (answer: (body: unknown) => Response = () => json(listOf()), address = '/support') => {
  wide(true);
  return drawSupport(address, { 'POST /api/support/searches': answer });
};

const rowOf = async (name: string) => within((await screen.findByRole('rowheader', { name })).closest('tr')!);
const link = (name: string) => screen.findByRole('link', { name: new RegExp(name) });
const field = () => screen.findByRole<HTMLInputElement>('textbox');

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('the list', () => {
  it('says of each who, where it stands, why, since when, and what is next', async () => {
    open();
    const karim = await rowOf('Karim Haddad usr_51077');
    expect(karim.getByText('At step 3, Code')).toBeTruthy();
    expect(karim.getByText('The code no longer works')).toBeTruthy();
    expect(karim.getByText('+212 ••• ••• 873')).toBeTruthy();
    expect(karim.getByText('9 min')).toBeTruthy();
    expect(karim.getByText(/^since Today|^since \d/)).toBeTruthy();
    expect(karim.getByText('Answer ready')).toBeTruthy();
    const lucia = await rowOf('Lucía Ferrer usr_39950');
    expect(lucia.getByText('Needs reconnecting')).toBeTruthy();
    expect(lucia.getByText('Send repair link')).toBeTruthy();
  });

  it('shows cards where columns have no room', async () => {
    open();
    await link('Elena Prieto');
    expect(screen.getByRole('table')).toBeTruthy();
    cleanup();
    wide(false);
    drawSupport('/support', { 'POST /api/support/searches': () => json(listOf()) });
    await link('Elena Prieto');
    expect(screen.queryByRole('table')).toBeNull();
    expect(screen.getAllByRole('listitem')).toHaveLength(rows.length);
  });

  it('asks for what the address says', async () => {
    const { asked } = open(undefined, '/support?view=suspended&reason=banned&age=day&cursor=abc&step=nonsense');
    await link('Elena Prieto');
    expect(asked[0]?.body).toEqual({ view: 'suspended', reason: 'banned', age: 'day', cursor: 'abc' });
  });

  it('keeps a phone number out of the address', async () => {
    const hash = `phone:${'a'.repeat(64)}`;
    const { user, asked } = open((body) => {
      const { q } = body as { q?: string };
      return json(q === undefined ? listOf() : listOf(rows.slice(0, 1), { kind: 'phone', q: hash }));
    });
    await link('Karim Haddad');
    await user.type(await field(), '+34 600 111 741{Enter}');
    expect(await screen.findByText('Found by phone number, compared by its hash')).toBeTruthy();
    expect(window.location.search).toBe(`?view=all&q=${encodeURIComponent(hash)}`);
    expect((await field()).value).toBe('');
    expect(asked.filter(({ body }) => JSON.stringify(body).includes('600'))).toHaveLength(1);
    expect(asked.filter(({ body }) => JSON.stringify(body).includes(hash))).toHaveLength(0);
  });

  it('says what a search found nobody by, and leads back to everybody', async () => {
    const { user } = open((body) => {
      const { q } = body as { q?: string };
      return json(q === undefined ? listOf() : listOf([], { kind: 'username', q: '@nobody' }));
    });
    await user.type(await field(), '@nobody{Enter}');
    expect(await screen.findByText(/^Nobody was found\./)).toBeTruthy();
    await user.click(screen.getByRole('link', { name: 'Show everybody' }));
    expect(await link('Elena Prieto')).toBeTruthy();
    expect(window.location.search).toBe('');
  });

  it('says what failed, with the id of the request', async () => {
    open(() => refuse(503, 'server.storage'));
    expect((await screen.findByRole('alert')).textContent).toContain('Our server can’t save anything right now.');
    expect(screen.getAllByText('req_0123456789abcdefghij').length).toBeGreaterThan(0);
  });
});

describe('the keyboard', () => {
  it('goes to the search with /, into the rows with the arrows, and back with Escape', async () => {
    const { user } = open();
    const elena = await link('Elena Prieto');
    await user.keyboard('/');
    expect(document.activeElement).toBe(await field());
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(elena);
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(await link('Karim Haddad'));
    await user.keyboard('{End}{ArrowDown}');
    expect(document.activeElement).toBe(await link('usr_31508'));
    await user.keyboard('{Home}{ArrowUp}');
    expect(document.activeElement).toBe(await field());
    await user.keyboard('{ArrowDown}{Escape}');
    expect(document.activeElement).toBe(await field());
    await user.keyboard('a/b');
    expect((await field()).value).toBe('a/b');
  });

  it('opens a person with Enter, and comes back to them', async () => {
    const { user } = open();
    (await link('Karim Haddad')).focus();
    await user.keyboard('{Enter}');
    expect(window.location.pathname).toBe('/support/users/usr_51077');
    cleanup();
    open();
    await waitFor(async () => expect(document.activeElement).toBe(await link('Karim Haddad')));
  });
});

describe('a change', () => {
  const changed = async () => {
    act(() => void FakeEventSource.last().changed());
  };

  it('shows by itself, and is said', async () => {
    let items = rows.slice(1);
    open(() => json(listOf(items)));
    await link('Karim Haddad');
    items = rows;
    await changed();
    expect(await link('Elena Prieto')).toBeTruthy();
    expect(await screen.findByText(/^Updated at \d\d:\d\d\.$/)).toBeTruthy();
  });

  it('moves nothing under somebody who is in the list', async () => {
    let items = rows.slice(1);
    const { user } = open(() => json(listOf(items)));
    const karim = await link('Karim Haddad');
    karim.focus();
    items = [rows[0]!, { ...rows[1]!, diagnosis: { ...rows[1]!.diagnosis, id: 'code_wrong' } }, ...rows.slice(3)];
    await changed();
    expect(await screen.findByText('A wrong code')).toBeTruthy();
    expect(document.activeElement).toBe(karim);
    expect(screen.queryByText('Elena Prieto')).toBeNull();
    expect(screen.queryByText('Amira Saleh')).toBeNull();
    await user.click(await screen.findByRole('button', { name: 'One row is new. Show it' }));
    expect(await link('Elena Prieto')).toBeTruthy();
    await waitFor(() => expect(screen.queryByRole('button', { name: /Show it/ })).toBeNull());
  });
});

describe('the address of a view', () => {
  it('is read back as it was written', () => {
    const view = { view: 'all', q: 'ana', reason: 'revoked', step: 'code', age: 'hour', cursor: 'c' } as const;
    expect(readAddress(addressOf(view).slice('/support'.length))).toEqual(view);
  });

  it('means those who need help where it says nothing', () => {
    expect(readAddress('')).toEqual({ view: 'need_help' });
    expect(addressOf({})).toBe('/support');
  });
});
