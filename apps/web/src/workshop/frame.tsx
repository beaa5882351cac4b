import type { State } from '@botize/contract';
import { useRef, type ReactNode } from 'react';
import { attemptWith } from '../connect/fixtures.ts';
import { MovedOnLine } from '../connect/moved-on-line.tsx';
import type { StepProps } from '../connect/step-props.ts';
import { FailureNotice, StepView } from '../connect/step-views.tsx';
import { positionOf } from '../connect/stepper.tsx';
import { WizardHeader } from '../connect/wizard-header.tsx';
import { AppHeader } from '../connections/app-header.tsx';
import { Page } from '../ui/page.tsx';
import '../connect/wizard.css';
import '../connect/wizard-header.css';
import '../connections/connections.css';

const ignore = () => {};

interface WizardFrameProps {
  state: State;
  busy?: StepProps<State['step']>['busy'];
  failure?: StepProps<State['step']>['failure'];
  movedOn?: boolean;
}

/** A step of the wizard as people would see it; what they press leads nowhere. */
export function WizardFrame({ state, busy = null, failure = null, movedOn = false }: WizardFrameProps) {
  const draft = useRef(null);
  const attempt = attemptWith(state);
  return (
    <Page
      header={<WizardHeader position={positionOf(attempt, 1, true)} onCancel={ignore} />}
      reference={attempt.reference}
    >
      <MovedOnLine shown={movedOn} />
      <main id="content" className="container wizard" data-step={state.step}>
        <FailureNotice failure={failure} />
        <StepView
          attempt={attempt}
          state={state}
          busy={busy}
          failure={failure}
          passwordAsked
          draft={draft}
          send={ignore}
          toCredentials={ignore}
          startAgain={ignore}
        />
      </main>
    </Page>
  );
}

/** A part of the connections page by itself. */
export function ConnectionsFrame({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Page header={<AppHeader />}>
      <main id="content" className="container connections">
        <div className="connections-top">
          <h1>{title}</h1>
        </div>
        <div className="connections-list">{children}</div>
      </main>
    </Page>
  );
}
