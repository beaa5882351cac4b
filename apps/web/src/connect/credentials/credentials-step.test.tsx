import { cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Failure } from '../../api/problem.ts';
import { draw } from '../../testing/draw.tsx';
import { attemptWith, phoneState } from '../fixtures.ts';
import { CredentialsStep } from './credentials-step.tsx';
import '../later-steps.tsx';

const hash = '0123456789abcdef0123456789abcdef';
const problem = (code: Failure['code'], change: Partial<Failure> = {}): Failure => ({
  code,
  requestId: 'req_0123456789abcdefghij',
  retryAt: null,
  errors: [],
  attempt: null,
  ...change,
});

function drawCredentials(failure: Failure | null = null) {
  const onStart = vi.fn();
  const onGoOn = vi.fn();
  const page = (shown: Failure | null) => (
    <CredentialsStep reconnect={null} busy={false} failure={shown} onStart={onStart} onGoOn={onGoOn} />
  );
  const view = draw(page(failure));
  return { ...view, onStart, onGoOn, fail: (shown: Failure) => view.redraw(page(shown)) };
}

const idField = () => screen.getByLabelText<HTMLInputElement>('API ID');
const hashField = () => screen.getByLabelText<HTMLInputElement>('API hash');
const consent = () => screen.getByLabelText('I agree, and the account is mine.');
const go = () => screen.getByRole('button', { name: 'Continue' });

beforeEach(() => localStorage.clear());
afterEach(cleanup);

describe('the credentials', () => {
  it('are sent with the consent', async () => {
    const { user, onStart } = drawCredentials();
    await user.type(idField(), ' 1234567 ');
    await user.type(hashField(), hash.toUpperCase());
    await user.click(consent());
    await user.click(go());
    expect(onStart).toHaveBeenCalledExactlyOnceWith({
      credentials: { apiId: 1_234_567, apiHash: hash },
      consent: { version: '2026-11', locale: 'en' },
    });
  });

  it('that are missing are named, and the first wrong field gets the focus', async () => {
    const { user, onStart } = drawCredentials();
    await user.click(go());
    expect(screen.getAllByRole('alert').map((alert) => alert.textContent)).toEqual([
      'Type the API ID.',
      'Type the API hash.',
      'Tick this to go on. Without it Botize may not use the account.',
    ]);
    expect(document.activeElement).toBe(idField());
    expect(onStart).not.toHaveBeenCalled();
  });

  it('need the consent', async () => {
    const { user, onStart } = drawCredentials();
    await user.type(idField(), '1234567');
    await user.type(hashField(), hash);
    await user.click(go());
    expect(document.activeElement).toBe(consent());
    expect(onStart).not.toHaveBeenCalled();
  });

  it.each([
    ['12x', hash, 'An API ID has only digits.'],
    ['1234567', hash.slice(1), '31 of 32: one is missing.'],
    ['1234567', `${hash}00`, '34 instead of 32: 2 too many.'],
    ['1234567', hash.replace('0', 'g'), 'A hash has only the digits 0–9 and the letters a–f.'],
    ['99999999999', hash, 'This number is too large for an API ID.'],
  ])('%s and %s: %s', async (apiId, apiHash, sentence) => {
    const { user } = drawCredentials();
    await user.type(idField(), apiId);
    await user.type(hashField(), apiHash);
    await user.click(consent());
    await user.click(go());
    expect(screen.getByRole('alert').textContent).toBe(sentence);
  });

  it('are sorted when both lines are pasted, and that can be undone', async () => {
    const { user } = drawCredentials();
    await user.click(hashField());
    await user.paste(`App api_id:\n1234567\nApp api_hash:\n${hash}`);
    expect([idField().value, hashField().value]).toEqual(['1234567', hash]);
    expect(screen.getByText('Both recognised and put in place.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect([idField().value, hashField().value]).toEqual(['', '']);
  });

  it('go where they belong, wherever they are pasted', async () => {
    const { user } = drawCredentials();
    await user.click(idField());
    await user.paste(hash);
    expect([idField().value, hashField().value]).toEqual(['', hash]);
    await user.click(hashField());
    await user.paste('1234567');
    expect([idField().value, hashField().value]).toEqual(['1234567', hash]);
  });

  it('that can’t be right are named as soon as their field is left', async () => {
    const { user } = drawCredentials();
    await user.type(hashField(), hash.slice(1));
    expect(screen.queryByRole('alert')).toBeNull();
    await user.tab();
    expect(screen.getByRole('alert').textContent).toBe('31 of 32: one is missing.');
    expect(screen.queryByText('Type the API ID.')).toBeNull();
  });

  it('are not named while something is being pressed, which would move away', async () => {
    const { user } = drawCredentials();
    await user.type(hashField(), hash.slice(1));
    const box = screen.getByRole('checkbox', { name: /I agree/ });
    await user.pointer({ keys: '[MouseLeft>]', target: box });
    expect(document.activeElement).not.toBe(hashField());
    expect(screen.queryByRole('alert')).toBeNull();
    await user.pointer('[/MouseLeft]');
    expect((await screen.findByRole('alert')).textContent).toBe('31 of 32: one is missing.');
  });

  it('can be pasted with the button', async () => {
    const { user } = drawCredentials();
    await navigator.clipboard.writeText(`1234567 ${hash}`);
    await user.click(screen.getByRole('button', { name: 'Paste both lines, we sort them' }));
    await screen.findByText('Both recognised and put in place.');
    expect([idField().value, hashField().value]).toEqual(['1234567', hash]);
  });

  it('in each other’s field are noticed at once and swapped on request', async () => {
    const { user } = drawCredentials();
    await user.type(idField(), hash);
    await user.type(hashField(), '1234567');
    expect(screen.getByText('These look swapped')).toBeTruthy();
    expect(screen.getAllByRole('alert').map((alert) => alert.textContent)).toEqual([
      'This is a hash. An API ID has only digits.',
      'This is a number of 7 digits. A hash has 32.',
    ]);
    await user.click(screen.getByRole('button', { name: 'Swap them' }));
    expect([idField().value, hashField().value]).toEqual(['1234567', hash]);
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('a refusal', () => {
  async function sent() {
    const view = drawCredentials();
    await view.user.type(idField(), '1234567');
    await view.user.type(hashField(), hash);
    await view.user.click(consent());
    await view.user.click(go());
    return view;
  }

  it('of the pair stands beside the hash until something else is typed', async () => {
    const { user, fail } = await sent();
    fail(problem('telegram.api_id_invalid'));
    expect(screen.getByRole('alert').textContent).toContain('Telegram doesn’t know this pair.');
    expect(hashField().getAttribute('aria-invalid')).toBe('true');
    await user.type(hashField(), '{Backspace}1');
    expect(screen.queryByText(/doesn’t know this pair/)).toBeNull();
  });

  it('by the server of one field stands beside that field', async () => {
    const { fail } = await sent();
    fail(problem('request.invalid', { errors: [{ pointer: '/credentials/apiId', code: 'range' }] }));
    expect(idField().getAttribute('aria-invalid')).toBe('true');
    expect(hashField().getAttribute('aria-invalid')).toBeNull();
  });

  it('of any other kind says what to do and what to give to support', async () => {
    const { fail } = await sent();
    fail(problem('telegram.unreachable'));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('Telegram can’t be reached.');
    expect(screen.getByRole('button', { name: 'Copy the reference req_0123456789abcdefghij' })).toBeTruthy();
  });

  it('that kept the page from knowing where it stands is told before anything is sent', async () => {
    drawCredentials(problem('server.internal'));
    expect((await screen.findByRole('alert')).textContent).toContain('Something broke on our side');
  });

  it('because another sign-in is open leaves the choice', async () => {
    const { user, fail, onGoOn, onStart } = await sent();
    const open = attemptWith(phoneState());
    fail(problem('attempt.open', { attempt: open }));
    await user.click(await screen.findByRole('button', { name: 'Go on with it' }));
    expect(onGoOn).toHaveBeenCalledWith(open);
    onStart.mockClear();
    await user.click(screen.getByRole('button', { name: 'End it and use these values' }));
    expect(onStart).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ credentials: expect.anything() }), open);
  });
});
