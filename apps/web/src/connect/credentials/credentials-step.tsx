import type { Connection } from '@botize/contract';
import { lazy, Suspense, useEffect, useState } from 'react';
import { failureOf, type Failure } from '../../api/problem.ts';
import { LaterCopy, useCopy } from '../../copy/copy-context.tsx';
import { StepPage } from '../step-page.tsx';
import { FailureNotice } from '../step-views.tsx';
import { CredentialsForm, type CredentialsFormProps } from './credentials-form.tsx';
import './credentials.css';

/** Comes beside the form a moment later: who has the pair at hand doesn't wait for it. */
const Guide = lazy(async () => ({ default: (await import('../guide/guide.tsx')).Guide }));

interface CredentialsStepProps extends Omit<CredentialsFormProps, 'connection'> {
  /** The connection to reconnect, if this is about one. */
  reconnect: string | null;
}

/** The first step: the pair from my.telegram.org with the guide beside it, or the kept pair of a connection. */
export function CredentialsStep({ reconnect, ...form }: CredentialsStepProps) {
  const { credentials: copy } = useCopy();
  const { connection, missing } = useConnection(reconnect);
  const waiting = reconnect !== null && connection === null && missing === null;

  return (
    <StepPage
      title={connection ? copy.reconnectTitle(connection.account.name) : copy.title}
      lead={connection ? copy.reconnectLead : copy.lead}
      leadShort={connection ? copy.reconnectLead : copy.leadShort}
    >
      <Suspense fallback={<GuideOutline />}>
        <LaterCopy fallback={<GuideOutline />}>
          <Guide />
        </LaterCopy>
      </Suspense>
      {waiting ? null : (
        <div className="credentials-side">
          {missing === null ? null : (
            <Suspense fallback={null}>
              <FailureNotice failure={missing} />
            </Suspense>
          )}
          <CredentialsForm {...form} connection={connection} />
        </div>
      )}
    </StepPage>
  );
}

function useConnection(id: string | null) {
  const [connection, setConnection] = useState<Connection | null>(null);
  const [missing, setMissing] = useState<Failure | null>(null);
  useEffect(() => {
    if (id === null) return;
    import('../../api/connections.ts')
      .then(({ getConnection }) => getConnection(id))
      .then(setConnection, (error: unknown) => setMissing(failureOf(error)));
  }, [id]);
  return { connection, missing };
}

function GuideOutline() {
  return <div className="card guide-outline" aria-hidden="true" />;
}
