import type { StateOf } from '@botize/contract';
import { act, cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { draw, stepProps } from '../../testing/draw.tsx';
import { phoneState } from '../fixtures.ts';
import './countries.ts';
import { PhoneStep } from './phone-step.tsx';

async function drawPhone(state: StateOf<'phone'> = phoneState()) {
  const { props, send } = stepProps<'phone'>(state);
  const view = draw(<PhoneStep {...props} />);
  return { ...view, props, send };
}

const metadataIsHere = () => screen.findByRole('button', { name: 'Country Spain +34' });

afterEach(cleanup);

describe('the number', () => {
  it('is shown as Telegram gets it, and sent so', async () => {
    const { user, send } = await drawPhone();
    await metadataIsHere();
    await user.type(screen.getByLabelText('Phone number'), '612 34 56 78');
    expect(screen.getByText('+34612345678')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Authorize' }));
    expect(send).toHaveBeenCalledExactlyOnceWith({ type: 'submit_phone', phone: '+34612345678' });
  });

  it('may be pasted in any form: the country follows, and what was read is shown', async () => {
    const { user } = await drawPhone();
    await metadataIsHere();
    await user.click(screen.getByLabelText('Phone number'));
    await user.paste('00351 900-000-055');
    expect(screen.getByRole('button', { name: 'Country Portugal +351' })).toBeTruthy();
    expect(screen.getByText('+351900000055')).toBeTruthy();
    expect(screen.getByText(/^Read from/).textContent).toBe('Read from “00351 900-000-055”.');
  });

  it.each([
    ['', 'Type your phone number.'],
    ['+34 61', 'Only 4 digits with the country code: some are missing.'],
  ])('%j is refused beside its field', async (typed, sentence) => {
    const { user, send } = await drawPhone();
    await metadataIsHere();
    if (typed) await user.type(screen.getByLabelText('Phone number'), typed);
    await user.click(screen.getByRole('button', { name: 'Authorize' }));
    expect(screen.getByRole('alert').textContent).toBe(sentence);
    expect(document.activeElement).toBe(screen.getByLabelText('Phone number'));
    expect(send).not.toHaveBeenCalled();
  });

  it('that no library knows goes to Telegram all the same', async () => {
    const { user, send } = await drawPhone();
    await user.type(screen.getByLabelText('Phone number'), '+9996621234');
    await user.click(screen.getByRole('button', { name: 'Authorize' }));
    expect(send).toHaveBeenCalledExactlyOnceWith({ type: 'submit_phone', phone: '+9996621234' });
  });

  it('of a connection is sent without ever being known here', async () => {
    const { user, send } = await drawPhone(phoneState({ storedPhoneMasked: '+34 ••• ••• 678' }));
    await user.click(screen.getByRole('button', { name: 'Authorize' }));
    expect(send).toHaveBeenCalledExactlyOnceWith({ type: 'submit_phone', stored: true });
  });

  it('keeps its error until another number is typed', async () => {
    const { user } = await drawPhone(phoneState({ issue: { code: 'telegram.phone_number_invalid', retryAt: null } }));
    expect(screen.getByRole('alert').textContent).toContain('this number doesn’t exist');
    await user.type(screen.getByLabelText('Phone number'), '6');
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('the country', () => {
  it('is found by typing and chosen with the keyboard alone', async () => {
    const { user } = await drawPhone();
    await user.click(await metadataIsHere());
    const search = screen.getByRole('combobox', { name: 'Search by name or prefix' });
    await waitFor(() => expect(document.activeElement).toBe(search));
    await user.type(search, 'portug{Enter}');
    const button = screen.getByRole('button', { name: 'Country Portugal +351' });
    expect(document.activeElement).toBe(button);
  });

  it('is searched by typing on its closed button, and opened by an arrow', async () => {
    const { user } = await drawPhone();
    (await metadataIsHere()).focus();
    await user.keyboard('p');
    expect(screen.getByRole<HTMLInputElement>('combobox').value).toBe('p');
    await user.keyboard('ortug{Enter}');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Country Portugal +351' }));
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Country Puerto Rico +1' }));
  });

  it('closes with Escape and changes nothing', async () => {
    const { user } = await drawPhone();
    await user.click(await metadataIsHere());
    await user.keyboard('{ArrowDown}{Escape}');
    expect(screen.queryByRole('listbox')).toBeNull();
    expect(await metadataIsHere()).toBeTruthy();
  });
});

describe('the QR code', () => {
  const qr = {
    url: 'tg://login?token=AQIDBAUG',
    urlExpiresAt: new Date(Date.now() + 25_000).toISOString(),
    paused: false,
  };

  it('is asked for, and then drawn', async () => {
    const { user, send } = await drawPhone();
    await user.click(screen.getByRole('button', { name: 'Show QR code' }));
    expect(send).toHaveBeenCalledExactlyOnceWith({ type: 'show_qr' });
    cleanup();
    await drawPhone(phoneState({ qr }));
    expect(await screen.findByRole('img', { name: 'QR code to sign in with Telegram' })).toBeTruthy();
    expect(screen.getByText('Waiting for your phone')).toBeTruthy();
  });

  it('that is paused offers a new one', async () => {
    const { user, send } = await drawPhone(phoneState({ qr: { ...qr, paused: true } }));
    await user.click(screen.getByRole('button', { name: 'Show a new code' }));
    expect(send).toHaveBeenCalledExactlyOnceWith({ type: 'show_qr' });
  });
});

describe('a wait', () => {
  beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true }));
  afterEach(() => void vi.useRealTimers());

  const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
  const waitState = (seconds: number) =>
    phoneState({
      issue: { code: 'telegram.flood_wait', retryAt: new Date(Date.now() + seconds * 1_000).toISOString() },
      storedPhoneMasked: '+34 ••• ••• 678',
    });

  it('names the time first, counts down, and wakes its button at zero', async () => {
    const { user, send } = await drawPhone(waitState(90));
    expect(screen.getByRole('heading', { level: 1 }).textContent).toMatch(
      /^Telegram asks you to wait until \d\d:\d\d$/,
    );
    expect(screen.getByText('1:30')).toBeTruthy();
    const button = screen.getByRole('button', { name: /^Send a code at/ });
    await user.click(button);
    expect(send).not.toHaveBeenCalled();
    await pass(30_000);
    expect(screen.getByText('1:00')).toBeTruthy();
    expect(screen.getByText('1 minute left.')).toBeTruthy();
    await pass(60_000);
    await user.click(screen.getByRole('button', { name: 'Send a code now' }));
    expect(send).toHaveBeenCalledExactlyOnceWith({ type: 'submit_phone', stored: true });
  });

  it('leaves the QR code and another number open', async () => {
    const { user, send } = await drawPhone(waitState(90));
    await user.click(screen.getByRole('button', { name: 'Sign in with a QR code' }));
    expect(send).toHaveBeenCalledExactlyOnceWith({ type: 'show_qr' });
    await user.click(screen.getByRole('button', { name: 'Use another number' }));
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Which Telegram account?');
  });

  it('that is over when the page opens is only a sentence', async () => {
    await drawPhone(waitState(-5));
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Which Telegram account?');
  });

  it('of our own names us, not Telegram', async () => {
    const issue = { code: 'limit.codes_for_number', retryAt: new Date(Date.now() + 90_000).toISOString() } as const;
    await drawPhone(phoneState({ issue }));
    expect(screen.getByRole('heading', { level: 1 }).textContent).toMatch(/^You can ask for a code at/);
  });
});
