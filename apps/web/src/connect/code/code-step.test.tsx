import type { Delivery, StateOf } from '@botize/contract';
import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { draw, stepProps } from '../../testing/draw.tsx';
import { attemptWith, codeState, deliveries } from '../fixtures.ts';
import { CodeStep } from './code-step.tsx';

const app: Delivery = { type: 'app', length: 5 };

function drawCode(state: StateOf<'code'>) {
  const { props, send } = stepProps<'code'>(state);
  return { ...draw(<CodeStep {...props} />), props, send };
}

afterEach(cleanup);

describe('the code of digits', () => {
  it('goes by itself after the last digit', async () => {
    const { user, send } = drawCode(codeState(app));
    await user.type(screen.getByLabelText('Code'), '4821');
    expect(send).not.toHaveBeenCalled();
    await user.type(screen.getByLabelText('Code'), '6');
    expect(send).toHaveBeenCalledExactlyOnceWith({ type: 'submit_code', code: '48216' });
  });

  it('takes a paste with words around the digits', async () => {
    const { user, send } = drawCode(codeState(app));
    await user.click(screen.getByLabelText('Code'));
    await user.paste('Login code: 482-16.');
    expect(send).toHaveBeenCalledExactlyOnceWith({ type: 'submit_code', code: '48216' });
  });

  it('reads Arabic-Indic digits and sends 0–9', async () => {
    const { user, send } = drawCode(codeState(app));
    await user.type(screen.getByLabelText('Code'), '٤٨٢١٦');
    expect(send).toHaveBeenCalledExactlyOnceWith({ type: 'submit_code', code: '48216' });
  });

  it('says beside the field what is missing', async () => {
    const { user, send } = drawCode(codeState(app));
    await user.type(screen.getByLabelText('Code'), '{Enter}');
    expect(screen.getByRole('alert').textContent).toBe('Type the five digits.');
    await user.type(screen.getByLabelText('Code'), '48{Enter}');
    expect(screen.getByRole('alert').textContent).toBe('2 of 5 digits.');
    expect(send).not.toHaveBeenCalled();
  });

  it('is one field for autofill, however many boxes are drawn', () => {
    const { container } = drawCode(codeState({ type: 'sms', length: 6 }));
    expect(screen.getByLabelText('Code').getAttribute('autocomplete')).toBe('one-time-code');
    expect(container.querySelectorAll('input')).toHaveLength(1);
    expect(container.querySelectorAll('.box')).toHaveLength(6);
  });

  it('after a wrong code says so, selects everything, and starts over with the next digit', async () => {
    const { props, send } = stepProps<'code'>(codeState(app));
    const view = draw(<CodeStep {...props} />);
    const field = screen.getByLabelText<HTMLInputElement>('Code');
    await view.user.type(field, '11111');
    const wrong = codeState(app, { issue: { code: 'telegram.phone_code_invalid', retryAt: null }, triesLeft: 4 });
    view.redraw(<CodeStep {...props} state={wrong} attempt={attemptWith(wrong, { revision: 2 })} />);
    expect(screen.getByRole('alert').textContent).toBe(
      'That isn’t the code. Use the newest message in the chat Telegram. 4 tries left.',
    );
    expect(document.activeElement).toBe(field);
    expect([field.selectionStart, field.selectionEnd]).toEqual([0, 5]);
    await view.user.keyboard('4');
    expect(field.value).toBe('4');
    expect(send).toHaveBeenCalledTimes(1);
  });
});

describe('a code that is no number', () => {
  it('is a text field, and its beginning is checked', async () => {
    const { user, send } = drawCode(codeState({ type: 'sms_word', beginning: 'a' }));
    await user.type(screen.getByLabelText('Word'), 'banana');
    await user.click(screen.getByRole('button', { name: 'Continue' }));
    expect(screen.getByRole('alert').textContent).toContain('must begin with “a”');
    expect(send).not.toHaveBeenCalled();
    await user.clear(screen.getByLabelText('Word'));
    await user.type(screen.getByLabelText('Word'), ' Apple ');
    await user.click(screen.getByRole('button', { name: 'Continue' }));
    expect(send).toHaveBeenCalledExactlyOnceWith({ type: 'submit_code', code: 'Apple' });
  });

  it('keeps the spaces within a phrase', async () => {
    const { user, send } = drawCode(codeState({ type: 'sms_phrase', beginning: null }));
    await user.type(screen.getByLabelText('Words, as they stand in the message'), 'the blue car{Enter}');
    expect(send).toHaveBeenCalledExactlyOnceWith({ type: 'submit_code', code: 'the blue car' });
  });

  it('is a plain field when Telegram doesn’t say how it comes', async () => {
    const { user, send } = drawCode(codeState({ type: 'unknown' }));
    await user.type(screen.getByLabelText('Code'), '123{Enter}');
    expect(send).toHaveBeenCalledExactlyOnceWith({ type: 'submit_code', code: '123' });
  });
});

describe('every delivery', () => {
  it.each(deliveries)('$type has its words, a field and the way to the QR code', async (delivery) => {
    const { user, send, container } = drawCode(codeState(delivery));
    expect(screen.getByRole('heading', { level: 1 }).textContent).toMatch(/^Enter the/);
    expect(container.querySelectorAll('input')).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Sign in with a QR code instead' }));
    expect(send).toHaveBeenCalledExactlyOnceWith({ type: 'show_qr' });
  });

  it('links to Fragment only where the address is Fragment’s', () => {
    drawCode(codeState({ type: 'fragment', url: 'https://fragment.com/login/42', length: 5 }));
    expect(screen.getByRole('link', { name: /Open Fragment/ }).getAttribute('href')).toBe(
      'https://fragment.com/login/42',
    );
    cleanup();
    drawCode(codeState({ type: 'fragment', url: 'https://fragment.com.example/login', length: 5 }));
    expect(screen.queryByRole('link', { name: /Open Fragment/ })).toBeNull();
    expect(screen.getByRole('alert').textContent).toContain('isn’t Fragment’s');
  });
});

describe('waiting', () => {
  beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true }));
  afterEach(() => void vi.useRealTimers());

  it('names the next delivery and its time, and turns into its button at zero', async () => {
    const at = new Date(Date.now() + 42_000).toISOString();
    const { user, send } = drawCode(codeState(app, { resend: { type: 'sms', at } }));
    expect(screen.getByText(/Telegram can send it/).textContent).toContain('by SMS at');
    expect(screen.queryByRole('button', { name: 'Send it by SMS' })).toBeNull();
    await act(() => vi.advanceTimersByTimeAsync(42_000));
    await user.click(screen.getByRole('button', { name: 'Send it by SMS' }));
    expect(send).toHaveBeenCalledExactlyOnceWith({ type: 'resend_code' });
  });

  it('says nothing against what stands in the boxes', () => {
    const wait = { code: 'telegram.flood_wait', retryAt: new Date(Date.now() + 60_000).toISOString() } as const;
    const { container } = drawCode(codeState(app, { issue: wait }));
    expect(screen.getByRole('alert').textContent).toContain('Telegram asks you to wait');
    expect(container.querySelectorAll('.box-wrong')).toHaveLength(0);
    cleanup();
    const wrong = { code: 'telegram.phone_code_invalid', retryAt: null } as const;
    expect(drawCode(codeState(app, { issue: wrong })).container.querySelectorAll('.box-wrong')).toHaveLength(5);
  });

  it('sends nothing before Telegram’s wait is over', async () => {
    const issue = { code: 'telegram.flood_wait', retryAt: new Date(Date.now() + 60_000).toISOString() } as const;
    const { user, send } = drawCode(codeState(app, { issue }));
    const button = screen.getByRole('button', { name: /^Check the code at/ });
    expect(button.getAttribute('aria-disabled')).toBe('true');
    await user.type(screen.getByLabelText('Code'), '48216');
    await user.click(button);
    expect(send).not.toHaveBeenCalled();
  });
});
