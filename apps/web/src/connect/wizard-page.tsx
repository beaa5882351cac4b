import type { StartAttempt } from '@botize/contract';
import { Suspense, useEffect, useRef, useState } from 'react';
import { navigate, useSearch } from 'wouter/use-browser-location';
import { useSession } from '../session/session-context.tsx';
import { useWayBack } from '../session/visit.ts';
import { Loading, LoadingPage } from '../ui/loading.tsx';
import { Page } from '../ui/page.tsx';
import { whenIdle } from '../ui/when-idle.ts';
import { CredentialsStep } from './credentials/credentials-step.tsx';
import { MovedOnLine } from './moved-on-line.tsx';
import type { NumberDraft } from './phone/use-number.ts';
import { SeenStepContext } from './step-page.tsx';
import { FailureNotice, preloadSteps, StepView } from './step-views.tsx';
import { positionOf } from './stepper.tsx';
import { useAttempt } from './use-attempt.ts';
import { WizardHeader } from './wizard-header.tsx';
import './wizard.css';
import './wizard-header.css';

/** The wizard. Which page it shows follows from the attempt alone, so that a reload goes on where it stood. */
export function WizardPage() {
  const session = useSession();
  const { isVisit, back } = useWayBack(null);
  const control = useAttempt(session.user.id);
  const [wantsCredentials, setWantsCredentials] = useState(false);
  const lastStart = useRef<StartAttempt | null>(null);
  const draft = useRef<NumberDraft | null>(null);
  const lastSegment = useRef(0);
  const seenStep = useRef(false);
  const reconnect = new URLSearchParams(useSearch()).get('reconnect') ?? session.connectionId;

  const attempt = wantsCredentials ? null : control.attempt;
  const position = positionOf(attempt, lastSegment.current, control.passwordAsked);
  useEffect(() => {
    lastSegment.current = position.current;
  });
  useEffect(() => (control.loading ? undefined : whenIdle(preloadSteps)), [control.loading]);
  useEffect(() => setWantsCredentials(false), [control.attempt?.id, control.attempt?.revision]);

  const start = (body: StartAttempt, instead = control.attempt) => {
    lastStart.current = body;
    setWantsCredentials(false);
    control.start(body, instead);
  };
  const startAgain = (how: 'credentials' | 'phone') => {
    control.leave();
    if (how === 'phone' && lastStart.current !== null) control.start(lastStart.current);
  };
  const leaveUnstarted = () => (isVisit ? back() : navigate('/connections'));
  const cancel = () => (control.attempt === null ? leaveUnstarted() : control.cancel());
  const over = attempt?.state.step === 'connected' || attempt?.state.step === 'cancelled';

  return (
    <Page
      header={<WizardHeader position={position} onCancel={over ? null : cancel} />}
      shows={attempt?.state.step ?? 'credentials'}
      reference={attempt?.reference ?? control.failure?.requestId ?? null}
    >
      <MovedOnLine shown={control.movedOn} />
      {control.loading ? (
        <LoadingPage />
      ) : (
        <main id="content" className="container wizard" data-step={attempt?.state.step ?? 'credentials'}>
          <SeenStepContext value={seenStep}>
            <Suspense fallback={<Loading />}>
              {attempt === null ? (
                <CredentialsStep
                  key={reconnect ?? 'new'}
                  reconnect={reconnect}
                  busy={control.busy === 'start'}
                  failure={control.failure}
                  onStart={start}
                  onGoOn={control.adopt}
                />
              ) : (
                <>
                  <FailureNotice failure={control.failure} />
                  <StepView
                    key={`${attempt.id} ${attempt.state.step}`}
                    attempt={attempt}
                    state={attempt.state}
                    busy={control.busy}
                    failure={control.failure}
                    passwordAsked={control.passwordAsked}
                    draft={draft}
                    send={control.send}
                    toCredentials={() => setWantsCredentials(true)}
                    startAgain={startAgain}
                  />
                </>
              )}
            </Suspense>
          </SeenStepContext>
        </main>
      )}
    </Page>
  );
}
