import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { json } from '../../testing/answers.ts';
import { looks, overviewWith } from '../fixtures-numbers.ts';
import { drawSupport } from '../testing/draw-support.tsx';
import { funnelOf, hourSums } from './totals.ts';

const open = (overview = overviewWith()) =>
  drawSupport('/support/overview', { 'GET /api/support/overview': () => json(overview) });

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('the overview', () => {
  it('has a chart with a sentence and a table with the numbers for each question', async () => {
    const overview = overviewWith();
    open(overview);
    const { begun } = hourSums(overview);
    const charts = await screen.findAllByRole('img', { name: /24 hours|by reason|by step/ });
    expect(charts).toHaveLength(5);
    expect(screen.getByRole('img', { name: new RegExp(`^${begun} sign-ins were begun in 24 hours`) })).toBeTruthy();
    const tables = screen.getAllByRole('table');
    expect(tables).toHaveLength(5);
    const errors = within(screen.getByRole('table', { name: 'Most frequent errors' }));
    expect(errors.getByRole('row', { name: 'telegram.flood_wait 11' })).toBeTruthy();
    const hours = within(screen.getByRole('table', { name: 'Sign-ins per hour' }));
    expect(hours.getAllByRole('row')).toHaveLength(25);
    const funnel = within(screen.getByRole('table', { name: 'Where sign-ins stop' }));
    expect(funnel.getByRole('row', { name: `Credentials ${begun} 100%` })).toBeTruthy();
  });

  it('leads from each number to those it counts', async () => {
    open();
    const link = await screen.findByRole('link', { name: 'Needs reconnecting 37' });
    expect(link.getAttribute('href')).toBe('/support?view=needs_reconnect');
  });

  it('says so where nothing happened', async () => {
    const { hours } = overviewWith();
    const quiet = hours.map((hour) => ({
      ...hour,
      started: 0,
      refused: 0,
      reached: { ...hour.reached, phone: 0, code: 0, password: 0, connected: 0 },
    }));
    open(overviewWith({ hours: quiet, errors: [] }));
    expect(await screen.findByText('No error in the last 24 hours.')).toBeTruthy();
    expect(screen.getByText('Nobody began to sign in during the last 24 hours.')).toBeTruthy();
    expect(screen.getByRole('row', { name: 'Phone 0 –' })).toBeTruthy();
  });

  it('counts each sign-in of the day once at each step', () => {
    const overview = overviewWith();
    const sum = (of: (hour: (typeof overview.hours)[number]) => number) =>
      overview.hours.reduce((all, hour) => all + of(hour), 0);
    expect(funnelOf(overview)).toEqual([
      { name: 'credentials', count: sum(({ started, refused }) => started + refused) },
      { name: 'phone', count: sum(({ reached }) => reached.phone) },
      { name: 'code', count: sum(({ reached }) => reached.code) },
      { name: 'password', count: sum(({ reached }) => reached.password) },
      { name: 'connected', count: sum(({ reached }) => reached.connected) },
    ]);
  });
});

describe('what was looked at', () => {
  it('tells searches without what was searched for, looks with a way there, and reasons', async () => {
    vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => {}, removeEventListener: () => {} }));
    drawSupport('/support/looks', { 'GET /api/support/looks': () => json({ ...looks, nextCursor: 'next' }) });
    const table = within(await screen.findByRole('table', { name: 'What you looked at' }));
    expect(table.getByText('by phone number')).toBeTruthy();
    expect(table.getByRole('link', { name: 'Elena Prieto' }).getAttribute('href')).toBe('/support/users/usr_48213');
    expect(table.getByText('She asked for it by email.')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Older' }).getAttribute('href')).toBe('/support/looks?cursor=next');
  });
});
