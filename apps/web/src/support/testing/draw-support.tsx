import type { BrowserSession, Locale } from '@botize/contract';
import { vi } from 'vitest';
import { SessionContext } from '../../session/session-context.tsx';
import { answerWith, type Answers } from '../../testing/answers.ts';
import { draw, meta, session } from '../../testing/draw.tsx';
import { SupportPages } from '../support-pages.tsx';
import { FakeEventSource } from './fake-event-source.ts';

export const staff: BrowserSession = { ...session, user: { id: 'ana', label: 'Ana Ruiz', role: 'support' } };

/** Opens a page of the console as a member of staff (or somebody else) sees it. */
export function drawSupport(address: string, answers: Answers, who = staff, locale: Locale = 'en') {
  vi.stubGlobal('EventSource', FakeEventSource);
  window.history.replaceState(null, '', address);
  const asked = answerWith(answers);
  const view = draw(
    <SessionContext value={{ meta, state: { kind: 'signed_in', session: who }, setSession: () => {} }}>
      <SupportPages path={window.location.pathname} />
    </SessionContext>,
    locale,
  );
  return { ...view, asked };
}
