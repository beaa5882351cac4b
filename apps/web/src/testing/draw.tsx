import type { BrowserSession, Locale, Meta, Step } from '@botize/contract';
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { vi } from 'vitest';
import { attemptWith } from '../connect/fixtures.ts';
import type { StepProps } from '../connect/step-props.ts';
import { CopyProvider } from '../copy/copy-context.tsx';
import { SessionContext } from '../session/session-context.tsx';
import { catalogues } from './languages.ts';

export const meta: Meta = {
  network: 'simulator',
  simulated: true,
  devSignIn: true,
  consentVersion: '2026-11',
  phonePage: 'http://127.0.0.1:3001/',
};

export const session: BrowserSession = {
  user: { id: 'u1', label: 'ana@example.com', role: 'user' },
  connectionId: null,
  returnUrl: null,
  locale: null,
  expiresAt: '2030-01-01T00:00:00.000Z',
};

/** Draws something as somebody signed in would see it, with every sentence at hand. */
export function draw(content: ReactNode, locale: Locale = 'en') {
  const around = (inner: ReactNode) => (
    <CopyProvider initial={{ locale, ...catalogues[locale] }}>
      <SessionContext value={{ meta, state: { kind: 'signed_in', session }, setSession: () => {} }}>
        {inner}
      </SessionContext>
    </CopyProvider>
  );
  const view = render(around(content));
  return {
    container: view.container,
    user: userEvent.setup(),
    redraw: (changed: ReactNode) => view.rerender(around(changed)),
  };
}

/** What a step's page is given, around one state; `send` tells what the page would send. */
export function stepProps<S extends Step>(state: StepProps<S>['state'], change: Partial<StepProps<S>> = {}) {
  const send = vi.fn<StepProps<S>['send']>();
  const props: StepProps<S> = {
    attempt: attemptWith(state),
    state,
    busy: null,
    failure: null,
    passwordAsked: false,
    draft: { current: null },
    send,
    toCredentials: vi.fn(),
    startAgain: vi.fn(),
    ...change,
  };
  return { props, send };
}
