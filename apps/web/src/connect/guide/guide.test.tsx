import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { draw } from '../../testing/draw.tsx';
import { Guide } from './guide.tsx';
import { problemOfShortName } from './short-name.ts';

beforeEach(() => localStorage.clear());
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const tick = (step: number) => screen.getByRole<HTMLInputElement>('checkbox', { name: `Step ${step} is done` });

describe('the guide', () => {
  it('opens the first step that isn’t done, and its ticks survive a reload', async () => {
    const { user } = draw(<Guide />);
    expect(screen.getByRole('heading', { name: 'Sign in at my.telegram.org' })).toBeTruthy();
    await user.click(tick(1));
    await user.click(screen.getByRole('button', { name: 'Done' }));
    cleanup();
    draw(<Guide />);
    expect([1, 2, 3, 4].map((step) => tick(step).checked)).toEqual([true, true, false, false]);
    expect(screen.getByRole('heading', { name: 'Fill in the form, press Create application' })).toBeTruthy();
  });

  it('opens my.telegram.org without telling it where from', () => {
    draw(<Guide />);
    const link = screen.getByRole('link', { name: /Open my\.telegram\.org/ });
    expect(link.getAttribute('href')).toBe('https://my.telegram.org/apps');
    expect(link.getAttribute('rel')).toContain('noreferrer');
  });

  it('copies each value of the form and says so', async () => {
    const { user } = draw(<Guide />);
    await user.click(screen.getByRole('button', { name: /Fill in the form/ }));
    for (const value of ['Botize', 'botize', 'https://botize.com', 'Automation platform']) {
      await user.click(screen.getByRole('button', { name: `Copy ${value}` }));
      expect(await navigator.clipboard.readText()).toBe(value);
    }
    expect(screen.getAllByText('Copied', { selector: '[role=status]' })).toHaveLength(4);
  });

  it('tries another short name and puts it into the drawing', async () => {
    const { user } = draw(<Guide />);
    await user.click(screen.getByRole('button', { name: 'Another short name' }));
    const field = screen.getByLabelText('Short name to try');
    await user.clear(field);
    await user.type(field, 'bot');
    expect(screen.getByRole('alert').textContent).toBe('2 more characters.');
    await user.type(field, 'ize42');
    expect(screen.queryByRole('alert')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Use it' }));
    expect(screen.getByRole('button', { name: 'Copy botize42' })).toBeTruthy();
  });

  it('keeps what was tried against the ERROR box', async () => {
    const open = async () => {
      const { user } = draw(<Guide />);
      await user.click(screen.getByRole('button', { name: 'Something is wrong?' }));
      return {
        user,
        vpn: await screen.findByRole<HTMLInputElement>('checkbox', { name: 'Switch off VPN and proxy.' }),
      };
    };
    const first = await open();
    await first.user.click(first.vpn);
    cleanup();
    expect((await open()).vpn.checked).toBe(true);
  });

  it('helps when something is wrong, one topic at a time', async () => {
    const { user } = draw(<Guide />);
    await user.click(screen.getByRole('button', { name: 'Something is wrong?' }));
    expect(await screen.findByText('Switch off VPN and proxy.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'No code came from my.telegram.org' }));
    expect(screen.getByRole('button', { name: /An ERROR box/ }).getAttribute('aria-expanded')).toBe('false');
    await user.click(screen.getByRole('button', { name: 'Back to the guide' }));
    expect(screen.getByRole('heading', { name: 'Guide' })).toBeTruthy();
  });

  it('is a sheet on a phone, one step after the other', async () => {
    vi.stubGlobal('matchMedia', (media: string) => ({
      matches: media.includes('max-width: 43.75em'),
      addEventListener: () => {},
      removeEventListener: () => {},
    }));
    const { user } = draw(<Guide />);
    await user.click(screen.getByRole('button', { name: 'Open the guide' }));
    const sheet = within(screen.getByRole('dialog'));
    expect(sheet.getByText(/^Step 1 of 4/)).toBeTruthy();
    await user.click(sheet.getByRole('button', { name: 'Done, next step' }));
    expect(sheet.getByText(/^Step 2 of 4/)).toBeTruthy();
    await user.click(sheet.getByRole('button', { name: 'Step 1' }));
    expect(sheet.getByText(/^Step 1 of 4/)).toBeTruthy();
  });
});

describe('a short name', () => {
  it.each([
    ['botize', null],
    ['bot', { kind: 'short', by: 2 }],
    ['a'.repeat(33), { kind: 'long', by: 1 }],
    ['bot ize', { kind: 'letters' }],
    ['botíze', { kind: 'letters' }],
  ])('%s', (name, problem) => {
    expect(problemOfShortName(name)).toEqual(problem);
  });
});
