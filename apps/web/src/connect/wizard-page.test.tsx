import type { LoginAttempt } from '@botize/contract';
import { act, cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { answerWith, json, nobody, refuse, type Answers } from '../testing/answers.ts';
import { draw, session } from '../testing/draw.tsx';
import { attemptWith, codeState, connectionWith, fixtures, passwordState, phoneState } from './fixtures.ts';
import { WizardPage } from './wizard-page.tsx';
import './later-steps.tsx';

const hash = '0123456789abcdef0123456789abcdef';
const path = `/api/attempts/${attemptWith({ step: 'expired' }).id}`;
const code = (change: Partial<LoginAttempt> = {}) => attemptWith(codeState({ type: 'app', length: 5 }), change);
const step = () => document.querySelector('main')?.dataset['step'];
const reaches = (wanted: string) => waitFor(() => expect(step()).toBe(wanted));

/** Event streams that the test speaks through. */
class Stream extends EventTarget {
  static readonly CLOSED = 2;
  static last: Stream | null = null;
  readyState = 1;
  constructor() {
    super();
    Stream.last = this;
  }
  close() {
    this.readyState = 2;
  }
  say(attempt: LoginAttempt) {
    this.dispatchEvent(new MessageEvent('attempt', { data: JSON.stringify(attempt) }));
  }
}

function drawWizard(answers: Answers) {
  const asked = answerWith({ 'GET /api/attempts/current': () => refuse(404, 'attempt.none'), ...answers });
  return { ...draw(<WizardPage />), asked };
}

beforeEach(() => {
  sessionStorage.clear();
  window.history.replaceState(null, '', '/connect');
  vi.stubGlobal('EventSource', Stream);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('the wizard', () => {
  it('goes from the credentials to the number as the server says', async () => {
    const { user, asked } = drawWizard({ 'POST /api/attempts': () => json(attemptWith(phoneState()), 201) });
    await user.type(await screen.findByLabelText('API ID'), '1234567');
    await user.type(screen.getByLabelText('API hash'), hash);
    await user.click(screen.getByLabelText('I agree, and the account is mine.'));
    await user.click(screen.getByRole('button', { name: 'Continue' }));
    await reaches('phone');
    const heading = await screen.findByRole('heading', { name: 'Which Telegram account?' });
    expect(document.activeElement).toBe(heading);
    expect(screen.getByRole('button', { name: 'Copy the reference CN-7K3M-Q2WD' })).toBeTruthy();
    expect(asked.filter((request) => request.method === 'POST')).toHaveLength(1);
    expect(JSON.stringify([{ ...localStorage }, { ...sessionStorage }])).not.toContain(hash);
  });

  it('says on each page which Botize account this is for', async () => {
    drawWizard({ 'GET /api/attempts/current': () => json(code()) });
    await reaches('code');
    expect(screen.getByText(session.user.label)).toBeTruthy();
  });

  it('goes on where it stood after a reload', async () => {
    drawWizard({ 'GET /api/attempts/current': () => json(attemptWith(passwordState())) });
    await reaches('password');
    expect(screen.getByText('Password', { selector: '[aria-current=step] *' })).toBeTruthy();
  });

  it('shows the last page again after a reload, for the same user only', async () => {
    const connected = attemptWith(fixtures['connected']!, { revision: 5 });
    drawWizard({
      'GET /api/attempts/current': () => json(attemptWith(passwordState(), { revision: 4 })),
      [`POST ${path}/commands`]: () => json(connected),
    });
    await reaches('password');
    act(() => Stream.last?.say(connected));
    await reaches('connected');
    cleanup();
    drawWizard({});
    await reaches('connected');
    cleanup();
    sessionStorage.setItem('finished-attempt', sessionStorage.getItem('finished-attempt')!.replace('"u1"', '"u2"'));
    drawWizard({});
    await reaches('credentials');
  });

  it('follows what happens elsewhere, and isn’t led back by an older event', async () => {
    drawWizard({ 'GET /api/attempts/current': () => json(attemptWith(phoneState(), { revision: 1 })) });
    await reaches('phone');
    await waitFor(() => expect(Stream.last).not.toBeNull());
    act(() => Stream.last!.say(code({ revision: 2 })));
    await reaches('code');
    act(() => Stream.last!.say(attemptWith(phoneState(), { revision: 1 })));
    expect(step()).toBe('code');
  });

  it('takes over the attempt of another tab and says so', async () => {
    const { user } = drawWizard({
      'GET /api/attempts/current': () => json(code({ revision: 3 })),
      [`POST ${path}/commands`]: () =>
        refuse(409, 'attempt.stale_revision', { attempt: attemptWith(passwordState(), { revision: 5 }) }),
    });
    await user.type(await screen.findByLabelText('Code'), '48216');
    await reaches('password');
    expect(screen.getByText('You went on in another tab. This page is up to date.')).toBeTruthy();
  });

  it('keeps what was typed while nobody is reached, and then sends the same once more', async () => {
    let up = false;
    const { user, asked } = drawWizard({
      'GET /api/attempts/current': () => json(code({ revision: 3 })),
      [`POST ${path}/commands`]: () => (up ? json(attemptWith(passwordState(), { revision: 4 })) : nobody()),
    });
    await user.type(await screen.findByLabelText('Code'), '48216');
    expect(await screen.findByText('Trying again in 5 s.')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('Code').value).toBe('48216');
    up = true;
    await user.click(screen.getByRole('button', { name: 'Try now' }));
    await reaches('password');
    expect(screen.queryByText('Trying again in 5 s.')).toBeNull();
    const sent = asked.filter((request) => request.method === 'POST').map((request) => request.body);
    expect(sent).toEqual(Array(sent.length).fill({ revision: 3, type: 'submit_code', code: '48216' }));
  });

  it('sends one command for two presses', async () => {
    const { user, asked } = drawWizard({
      'GET /api/attempts/current': () => json(code()),
      [`POST ${path}/commands`]: () => new Promise<Response>(() => {}),
    });
    const qr = await screen.findByRole('button', { name: 'Sign in with a QR code instead' });
    await user.dblClick(qr);
    expect(asked.filter((request) => request.method === 'POST')).toHaveLength(1);
  });

  it('cancels at the server and says what that means', async () => {
    const { user, asked } = drawWizard({
      'GET /api/attempts/current': () => json(code()),
      [`DELETE ${path}`]: () => json(null, 204),
    });
    await reaches('code');
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    await reaches('cancelled');
    expect(asked.some((request) => request.method === 'DELETE')).toBe(true);
    await user.click(await screen.findByRole('button', { name: 'Start again' }));
    await reaches('credentials');
  });

  it('ends the open attempt before it sends other credentials', async () => {
    const { user, asked } = drawWizard({
      'GET /api/attempts/current': () => json(attemptWith(phoneState())),
      [`DELETE ${path}`]: () => json(null, 204),
      'POST /api/attempts': () => json(attemptWith(phoneState(), { id: 'att_1123456789abcdefghijkl' }), 201),
    });
    await reaches('phone');
    await user.click(screen.getByRole('button', { name: 'Back to credentials' }));
    await user.type(screen.getByLabelText('API ID'), '1234567');
    await user.type(screen.getByLabelText('API hash'), hash);
    await user.click(screen.getByLabelText('I agree, and the account is mine.'));
    await user.click(screen.getByRole('button', { name: 'Continue' }));
    await reaches('phone');
    const changes = asked.filter((request) => request.method !== 'GET').map(({ method }) => method);
    expect(changes).toEqual(['DELETE', 'POST']);
  });

  it('reconnects with what the connection keeps, after a new consent', async () => {
    const connection = connectionWith({ status: 'needs_reconnect', reason: 'revoked' });
    window.history.replaceState(null, '', `/connect?reconnect=${connection.id}`);
    const { user, asked } = drawWizard({
      [`GET /api/connections/${connection.id}`]: () => json(connection),
      'POST /api/attempts': () => json(attemptWith(phoneState()), 201),
    });
    expect(await screen.findByRole('heading', { name: 'Reconnect Marta Giménez' })).toBeTruthy();
    expect(screen.queryByLabelText('API hash')).toBeNull();
    await user.click(screen.getByLabelText('I agree, and the account is mine.'));
    await user.click(screen.getByRole('button', { name: 'Continue' }));
    await reaches('phone');
    expect(asked.find((request) => request.method === 'POST')?.body).toEqual({
      credentials: { fromConnection: connection.id },
      connectionId: connection.id,
      consent: { version: '2026-11', locale: 'en' },
    });
  });
});

describe('without an event stream', () => {
  beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true }));
  afterEach(() => void vi.useRealTimers());

  it('asks now and then, and finds out how the attempt ended', async () => {
    let current: Response | (() => Response) = json(attemptWith(phoneState()));
    const connected = attemptWith(fixtures['connected']!, { revision: 2 });
    drawWizard({
      'GET /api/attempts/current': () => (typeof current === 'function' ? current() : current.clone()),
      [`POST ${path}/commands`]: () => refuse(409, 'attempt.command_not_allowed', { attempt: connected }),
    });
    await reaches('phone');
    await waitFor(() => expect(Stream.last).not.toBeNull());
    Stream.last!.close();
    act(() => void Stream.last!.dispatchEvent(new Event('error')));
    current = () => refuse(404, 'attempt.none');
    await act(() => vi.advanceTimersByTimeAsync(3_000));
    await reaches('connected');
  });
});
