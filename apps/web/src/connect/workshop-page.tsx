import { useRef } from 'react';
import { useSearch } from 'wouter/use-browser-location';
import { SessionContext } from '../session/session-context.tsx';
import { Page } from '../ui/page.tsx';
import { attemptWith, fixtures } from './fixtures.ts';
import { StepView } from './step-views.tsx';
import { positionOf } from './stepper.tsx';
import { WizardHeader } from './wizard-header.tsx';
import './wizard.css';
import './wizard-header.css';

const meta = { network: 'workshop', simulated: true, devSignIn: true, consentVersion: 'workshop', phonePage: null };
const session = {
  user: { id: 'workshop', label: 'name@example.com', role: 'user' as const },
  connectionId: null,
  returnUrl: null,
  locale: null,
  expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
};

/** Every state of the wizard with made-up data: all of them, or `?state=<name>` alone as people would see it. */
export function WorkshopPage() {
  const draft = useRef(null);
  const only = new URLSearchParams(useSearch()).get('state');
  const shown = Object.entries(fixtures).filter(([name]) => only === null || name === only);
  const ignore = () => {};
  return (
    <SessionContext value={{ meta, state: { kind: 'signed_in', session }, setSession: ignore }}>
      {shown.map(([name, state]) => {
        const attempt = attemptWith(state);
        const position = positionOf(attempt, 1, true);
        return (
          <div key={name} data-state={name}>
            {only === null ? <h2 className="container">{name}</h2> : null}
            <Page header={<WizardHeader position={position} onCancel={ignore} />} reference={attempt.reference}>
              <main id="content" className="container wizard" data-step={state.step}>
                <StepView
                  attempt={attempt}
                  state={state}
                  busy={null}
                  failure={null}
                  passwordAsked
                  draft={draft}
                  send={ignore}
                  toCredentials={ignore}
                  startAgain={ignore}
                />
              </main>
            </Page>
          </div>
        );
      })}
    </SessionContext>
  );
}
