import type { Delivery, Issue, StateOf } from '@botize/contract';
import { cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { draw, stepProps } from '../testing/draw.tsx';
import { CodeStep } from './code/code-step.tsx';
import { codeState, phoneState } from './fixtures.ts';
import { PhoneStep } from './phone/phone-step.tsx';

const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1_000).toISOString();
const flood = (command: NonNullable<Issue['command']>): Issue => ({
  code: 'telegram.flood_wait',
  retryAt: inSeconds(2_940),
  command,
});
const emailCode = (resetPendingAt: string): Delivery => ({
  type: 'email_code',
  pattern: 'a***a@e***.com',
  length: 5,
  resetAvailableAt: null,
  resetPendingAt,
});

function drawCode(state: StateOf<'code'>) {
  const { props, send } = stepProps<'code'>(state);
  return { ...draw(<CodeStep {...props} />), send };
}
function drawPhone(state: StateOf<'phone'>) {
  const { props, send } = stepProps<'phone'>(state);
  return { ...draw(<PhoneStep {...props} />), send };
}

afterEach(cleanup);

describe('a wait for the next code', () => {
  const resend = { type: 'sms', at: inSeconds(-5) } as const;
  const waiting = () => codeState({ type: 'app', length: 5 }, { issue: flood('resend_code'), resend });

  it('holds back no code that is in hand', async () => {
    const { user, send } = drawCode(waiting());
    await user.type(screen.getByLabelText('Code'), '48216');
    expect(send).toHaveBeenCalledExactlyOnceWith({ type: 'submit_code', code: '48216' });
  });

  it('is told beside the next code, which counts down to its end', () => {
    drawCode(waiting());
    expect(screen.getByRole('alert').textContent).toContain('Telegram asks you to wait.');
    expect(screen.getByLabelText('Code').getAttribute('aria-invalid')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Send it by SMS' })).toBeNull();
    expect(screen.getByText(/Telegram can send it/).textContent).toContain('by SMS');
  });
});

describe('a login email that is being removed', () => {
  it('says until when, and can be asked about again when the time is over', async () => {
    drawCode(codeState(emailCode(inSeconds(3_600))));
    expect(screen.queryByRole('button', { name: 'I can’t open this mailbox' })).toBeNull();
    cleanup();
    const { user, send } = drawCode(codeState(emailCode(inSeconds(-1))));
    await user.click(screen.getByRole('button', { name: 'I can’t open this mailbox' }));
    expect(send).toHaveBeenCalledExactlyOnceWith({ type: 'reset_email' });
  });
});

describe('what has come of a QR code', () => {
  it('is told beside it, and the number goes on', async () => {
    const { user, send } = drawPhone(phoneState({ issue: flood('show_qr') }));
    expect(screen.getByRole('alert').textContent).toContain('Telegram asks you to wait.');
    await user.type(screen.getByLabelText('Phone number'), '+34612345678');
    await user.click(screen.getByRole('button', { name: 'Authorize' }));
    expect(send).toHaveBeenCalledExactlyOnceWith({ type: 'submit_phone', phone: '+34612345678' });
  });
});

describe('a wait for one number', () => {
  it('is none for another', async () => {
    const issue = flood('submit_phone');
    const { user, send } = drawPhone(phoneState({ issue, storedPhoneMasked: '+34 ••• ••• 678' }));
    await user.click(screen.getByRole('button', { name: 'Use another number' }));
    expect(screen.getByRole('button', { name: /^Send a code at/ }).getAttribute('aria-disabled')).toBe('true');
    await user.click(screen.getByRole('button', { name: 'Use another number' }));
    await user.type(screen.getByLabelText('Phone number'), '+34687654321');
    await user.click(screen.getByRole('button', { name: 'Authorize' }));
    expect(send).toHaveBeenCalledExactlyOnceWith({ type: 'submit_phone', phone: '+34687654321' });
  });
});
