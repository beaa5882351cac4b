import type { Connection, StartAttempt } from '@botize/contract';
import { ArrowRight } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useForm } from 'react-hook-form';
import type { Failure } from '../../api/problem.ts';
import { useCopy, useLocale } from '../../copy/copy-context.tsx';
import { useMeta } from '../../session/session-context.tsx';
import { Button } from '../../ui/button.tsx';
import { CredentialsFailure, StoredPair } from '../step-views.tsx';
import { Consent } from './consent.tsx';
import { asCredentials, type CredentialsValues } from './credentials-fields.ts';
import { PairFields } from './pair-fields.tsx';
import { tidy } from './pair.ts';
import { isAboutPair, useRefusedFields } from './refused-fields.ts';
import { usePair } from './use-pair.ts';

export interface CredentialsFormProps {
  /** The connection being reconnected: its credentials are kept, and taken unless somebody wants others. */
  connection: Connection | null;
  busy: boolean;
  failure: Failure | null;
  onStart: (body: StartAttempt, instead?: Failure['attempt']) => void;
  onGoOn: (attempt: NonNullable<Failure['attempt']>) => void;
}

export function CredentialsForm({ connection, busy, failure, onStart, onGoOn }: CredentialsFormProps) {
  const { credentials: copy } = useCopy();
  const meta = useMeta();
  const { locale } = useLocale();
  const [sent, setSent] = useState<string | null>(null);
  const [otherPair, setOtherPair] = useState(false);
  const stored = connection !== null && !otherPair;
  const form = useForm<CredentialsValues>({
    defaultValues: { apiId: '', apiHash: '', agreed: false },
  });
  const pair = usePair(form, !stored);
  const typed = `${tidy(pair.values.apiId)} ${tidy(pair.values.apiHash)}`;
  // What was said about other values than those in the fields no longer holds; before any were sent, it is about the page.
  const current = stored || sent === null || sent === typed ? failure : null;
  const refused = useRefusedFields(stored ? null : current);

  const body = (values: CredentialsValues): StartAttempt => ({
    credentials: stored ? { fromConnection: connection.id } : asCredentials(values),
    ...(connection === null ? {} : { connectionId: connection.id }),
    consent: { version: meta?.consentVersion ?? '', locale },
  });

  const send = (instead?: Failure['attempt']) =>
    form.handleSubmit((values) => {
      setSent(typed);
      onStart(body(values), ...(instead === undefined ? [] : [instead]));
    });

  return (
    <form className="card card-body credentials do-first" onSubmit={(event) => void send()(event)} noValidate>
      <h2>{stored ? copy.storedCard : copy.card}</h2>
      {stored ? (
        <Suspense fallback={null}>
          <StoredPair connection={connection} />
        </Suspense>
      ) : (
        <PairFields
          pair={pair}
          strict={form.formState.isSubmitted}
          left={form.formState.touchedFields}
          refused={refused}
        />
      )}
      {connection === null ? null : (
        <Button look="quiet" dense onClick={() => setOtherPair(!otherPair)}>
          {otherPair ? copy.useStored : copy.useOther}
        </Button>
      )}
      <Consent box={form.register('agreed', { required: true })} missing={form.formState.errors.agreed !== undefined} />
      {current === null || isAboutPair(current) ? null : (
        <Suspense fallback={null}>
          <CredentialsFailure failure={current} onGoOn={onGoOn} onReplace={(attempt) => void send(attempt)()} />
        </Suspense>
      )}
      <div className="submit">
        <Button type="submit" look="main" full busy={busy && copy.busy} iconEnd={<ArrowRight className="mirrored" />}>
          {copy.submit}
        </Button>
        <p className="after-submit">{copy.after}</p>
      </div>
    </form>
  );
}
