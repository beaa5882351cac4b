import { nextActionOf, type DiagnosisId, type SupportPerson } from '@botize/contract';
import { act, cleanup, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { json, refuse, type Answers } from '../../testing/answers.ts';
import { personWith, supportAttempt, supportConnection } from '../fixtures-person.ts';
import { drawSupport, staff } from '../testing/draw-support.tsx';
import { FakeEventSource } from '../testing/fake-event-source.ts';
import { diagnosticText } from './diagnostic-text.ts';

const path = '/api/support/users/usr_48213';
const open = (person: SupportPerson | (() => SupportPerson) = personWith(), more: Answers = {}, who = staff) =>
  drawSupport(
    '/support/users/usr_48213',
    { [`GET ${path}`]: () => json(typeof person === 'function' ? person() : person), ...more },
    who,
  );

const diagnosed = (id: DiagnosisId, change: Partial<SupportPerson> = {}) =>
  personWith({ diagnosis: { id, next: nextActionOf[id], code: null, until: null }, ...change });

const region = async (name: string) => within(await screen.findByRole('region', { name }));
const copied = () => {
  const writeText = vi.fn(async (_: string) => {});
  Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
  return writeText;
};

beforeEach(() => void vi.setSystemTime('2026-11-22T12:54:00.000Z'));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const until = '2026-11-22T13:20:00.000Z';
const waiting = () =>
  personWith({
    diagnosis: { id: 'flood_wait', next: 'answer', code: 'telegram.flood_wait', until },
    lookedAt: '2026-11-22T12:54:00.000Z',
  });

describe('the page of a person', () => {
  it('says what happened with the end of the wait in their time, why, and what to do', async () => {
    open(waiting());
    const card = await region('Telegram asked them to wait until 14:20');
    expect(card.getByText(/^Telegram sets this limit/)).toBeTruthy();
    expect(card.getAllByRole('listitem').map((each) => each.textContent)).toEqual([
      'Ask them to sign in with the QR code. It sends no code, so the wait usually doesn’t apply.',
      'Or to come back at 14:20. Credentials and number are kept.',
    ]);
    expect(card.getByText('26:00')).toBeTruthy();
    expect(screen.getByText(/writes in Spanish · 13:54 where they are, Madrid/)).toBeTruthy();
    expect(screen.getByText(/^Your look at 13:54 is recorded\./).textContent).toContain('Elena can see it.');
  });

  it('has an answer in their language first, then in the others, to copy', async () => {
    const { user } = open(waiting());
    const writeText = copied();
    const panel = await screen.findByRole('tabpanel');
    await within(panel).findByText('Hola, Elena:');
    expect(panel.textContent).toContain('Termina a las 14:20, hora de Madrid.');
    expect(screen.getAllByRole('tab').map((tab) => tab.textContent)).toEqual(['Español', 'English', 'العربية']);
    await user.click(screen.getByRole('tab', { name: 'English' }));
    await within(panel).findByText('Hello Elena,');
    expect(panel.textContent).toContain('It ends at 14:20 (Madrid time).');
    await user.keyboard('{ArrowRight}');
    expect(document.activeElement).toBe(screen.getByRole('tab', { name: 'العربية' }));
    expect(panel.getAttribute('dir')).toBe('rtl');
    await user.click(screen.getByRole('tab', { name: 'Español' }));
    await within(panel).findByText('Hola, Elena:');
    await user.click(screen.getByRole('button', { name: 'Copy the answer' }));
    expect(writeText.mock.calls[0]?.[0]).toMatch(/^Hola, Elena:\nTelegram ha puesto[^]*\nReferencia: CN-7K3M-Q2WD$/);
  });

  it('tells what happened in plain words, a heading for each day, with the reasons of staff', async () => {
    open();
    const card = await region('What happened');
    expect(card.getByText('Madrid time')).toBeTruthy();
    const lines = card.getAllByRole('listitem').map((each) => each.textContent);
    expect(lines.some((line) => line?.includes('A wrong code. 4 tries left.'))).toBe(true);
    expect(lines.some((line) => line?.includes('Code sent to the Telegram app.'))).toBe(true);
    expect(lines.some((line) => line?.includes('Reason given: “She asked for it by email.”'))).toBe(true);
    expect(card.getAllByRole('heading', { level: 3 }).length).toBeGreaterThan(1);
  });

  it('says whose time it shows where theirs isn’t known', async () => {
    open(personWith({ user: { ...personWith().user, timeZone: 'Mars/Olympus', locale: null, label: null } }));
    expect(await screen.findByText(/times as here, .*: theirs isn’t known/)).toBeTruthy();
    expect(screen.getByRole('heading', { level: 1, name: 'usr_48213' })).toBeTruthy();
    expect(screen.getByText(/The user can see it\./)).toBeTruthy();
  });

  it('says that nobody has this id', async () => {
    drawSupport('/support/users/usr_0', {
      'GET /api/support/users/usr_0': () => refuse(404, 'support.person_not_found'),
    });
    expect((await screen.findByRole('alert')).textContent).toContain('Nobody here has this id.');
    expect(screen.getByRole('heading', { level: 1, name: 'usr_0' })).toBeTruthy();
  });

  it('follows what happens', async () => {
    let now = diagnosed('at_code');
    open(() => now);
    expect(await region('The code was sent; we wait for it')).toBeTruthy();
    now = diagnosed('code_wrong', { attempt: supportAttempt({ step: 'code', triesLeft: 3 }) });
    act(() => void FakeEventSource.last().changed());
    expect(await region('A wrong code, 3 tries left')).toBeTruthy();
  });

  it('is open to staff alone', async () => {
    const { asked } = open(personWith(), {}, { ...staff, user: { ...staff.user, role: 'user' } });
    expect(await screen.findByRole('heading', { name: 'This page is for Botize support' })).toBeTruthy();
    expect(asked).toEqual([]);
  });
});

describe('an act', () => {
  const press = async (user: ReturnType<typeof open>['user'], name: string) =>
    user.click(await screen.findByRole('button', { name }));

  it('needs a reason, and says what is wrong with one', async () => {
    const { user, asked } = open(diagnosed('ended_in_telegram'), {
      [`POST ${path}/links`]: () => json({ sentTo: 'host', url: null }, 201),
    });
    await press(user, 'Send a repair link');
    const reason = screen.getByRole('textbox', { name: 'Reason' });
    expect(document.activeElement).toBe(reason);
    await user.type(reason, ' a {Enter}');
    expect((await screen.findByRole('alert')).textContent).toBe('Write why you do this: at least three characters.');
    await user.clear(reason);
    await user.type(reason, 'She asked for it.{Enter}');
    expect(await screen.findByText('Botize was asked to send the link.')).toBeTruthy();
    expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({
      reason: 'She asked for it.',
      connectionId: 'con_1123456789abcdefghijkl',
    });
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Send a repair link' }));
  });

  it('shows the link only where there is nobody to send it', async () => {
    const url = 'http://localhost:3000/connect#t=0123456789abcdef';
    const { user } = open(diagnosed('never_tried', { connections: [], attempt: null, waits: [] }), {
      [`POST ${path}/links`]: () => json({ sentTo: 'nobody', url }, 201),
    });
    await press(user, 'Send a repair link');
    expect(screen.queryByRole('button', { name: 'Ask for a check' })).toBeNull();
    await user.keyboard('Testing{Enter}');
    expect(await screen.findByText(url)).toBeTruthy();
  });

  it('asks for a check of the connection that is chosen', async () => {
    const second = supportConnection({ id: 'con_2123456789abcdefghijkl', status: 'connected', reason: null });
    const { user, asked } = open(personWith({ connections: [supportConnection(), second] }), {
      [`POST /api/support/connections/${second.id}/checks`]: () =>
        json({ ...second, lastCheck: { at: new Date().toISOString(), outcome: 'frozen' } }),
    });
    await press(user, 'Ask for a check');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Which connection' }), second.id);
    await user.type(screen.getByRole('textbox', { name: 'Reason' }), 'To be sure{Enter}');
    expect(await screen.findByText('Telegram was asked: Telegram has frozen the account.')).toBeTruthy();
    expect(asked.some(({ path: to }) => to.includes(second.id))).toBe(true);
  });

  it('ends the open sign-in, and says what the server says against it', async () => {
    let gone = true;
    const to = `POST /api/support/attempts/${supportAttempt().id}/end`;
    const { user } = open(personWith(), {
      [to]: () => (gone ? refuse(404, 'attempt.not_found') : json(null, 204)),
    });
    await press(user, 'End the open sign-in');
    await user.keyboard('It hangs{Enter}');
    expect((await screen.findByRole('alert')).textContent).toContain('This sign-in isn’t there any more.');
    gone = false;
    await press(user, 'End it');
    expect(await screen.findByText('The sign-in is ended. They can begin again at once.')).toBeTruthy();
  });

  it('clears our own limits and never Telegram’s', async () => {
    const { user, asked } = open(personWith(), { [`POST ${path}/limits/clear`]: () => json(null, 204) });
    await press(user, 'Clear a limit');
    await user.keyboard('It is really her{Enter}');
    expect(await screen.findByText('The limit is cleared. They can go on at once.')).toBeTruthy();
    expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({
      reason: 'It is really her',
      limit: 'codes_for_number',
    });
    cleanup();
    open(personWith({ waits: personWith().waits.slice(0, 1) }));
    await region('Waits and limits');
    expect(screen.queryByRole('button', { name: 'Clear a limit' })).toBeNull();
  });

  it('is dropped with Escape, which leaves the page only after that', async () => {
    const { user } = open();
    await press(user, 'Send a repair link');
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('textbox', { name: 'Reason' })).toBeNull();
    expect(window.location.pathname).toBe('/support/users/usr_48213');
    await user.keyboard('{Escape}');
    expect(window.location.pathname).toBe('/support');
  });
});

describe('the diagnostic', () => {
  const person = personWith({
    refusedStart: { code: 'telegram.api_id_invalid', at: until, retryAt: null, requestId: 'req_0123456789abcdef' },
  });

  it('names ids, steps and codes, and neither a name nor a number', () => {
    const text = diagnosticText(person);
    for (const known of ['CN-7K3M-Q2WD', 'telegram.flood_wait', '(revision 9)', 'req_0123456789abcdef', 'revoked'])
      expect(text).toContain(known);
    for (const hidden of ['Elena', '•••', 'tiendanorte', 'Tienda']) expect(text).not.toContain(hidden);
  });

  it('is copied as it stands', async () => {
    const { user } = open(person);
    const writeText = copied();
    await user.click(await screen.findByRole('button', { name: 'Copy the diagnostic' }));
    expect(writeText.mock.calls[0]?.[0]).toContain('attempt    CN-7K3M-Q2WD');
  });
});
