import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { answerWith, json } from '../testing/answers.ts';
import { meta, session } from '../testing/draw.tsx';
import { announceConnected } from './leave-visit.ts';
import { SessionContext } from './session-context.tsx';
import { useWayBack } from './visit.ts';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function Leave() {
  const { back } = useWayBack(null);
  return <button onClick={back}>Leave</button>;
}

it('a frame hands over the code before it says that it is closed, to one origin only', async () => {
  const embedOrigin = 'https://app.example';
  const visitor = { ...session, embedOrigin };
  const ending = { url: null, outcome: 'created', code: 'one-time-code', connectionId: 'con_0123456789abcdefghijkl' };
  let answer: (response: Response) => void = () => {};
  const asked = answerWith({
    'POST /api/session/return': () => new Promise<Response>((resolve) => (answer = resolve)),
  });
  const told = vi.spyOn(window.parent, 'postMessage').mockImplementation(() => {});
  render(
    <SessionContext value={{ meta, state: { kind: 'signed_in', session: visitor }, setSession: () => {} }}>
      <Leave />
    </SessionContext>,
  );
  announceConnected(visitor, 'att_1');
  await userEvent.setup().click(screen.getByRole('button', { name: 'Leave' }));
  await waitFor(() => expect(asked).toHaveLength(1));
  expect(told).not.toHaveBeenCalled();
  await act(async () => answer(json(ending)));
  await waitFor(() => expect(told).toHaveBeenCalledTimes(2));
  const { url: _, ...connected } = ending;
  expect(told.mock.calls).toEqual([
    [{ source: 'botize-telegram-connect', type: 'connected', ...connected }, embedOrigin],
    [{ source: 'botize-telegram-connect', type: 'closed' }, embedOrigin],
  ]);
});
