import type { Connection, StartAttempt } from '@botize/contract';
import { ArrowRight } from 'lucide-react';
import { Suspense, useRef, useState, type FormEvent } from 'react';
import type { Failure } from '../../api/problem.ts';
import { useCopy, useLocale } from '../../copy/copy-context.tsx';
import { useMeta } from '../../session/session-context.tsx';
import { Button } from '../../ui/button.tsx';
import { CredentialsFailure, StoredPair } from '../step-views.tsx';
import { Consent } from './consent.tsx';
import { PairFields } from './pair-fields.tsx';
import { problemOfHash, problemOfId, tidy } from './pair.ts';
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
  const pair = usePair();
  const [agreed, setAgreed] = useState(false);
  const [pressed, setPressed] = useState(false);
  const [sent, setSent] = useState<string | null>(null);
  const [otherPair, setOtherPair] = useState(false);
  const idRef = useRef<HTMLInputElement>(null);
  const hashRef = useRef<HTMLInputElement>(null);
  const consentRef = useRef<HTMLInputElement>(null);

  const stored = connection !== null && !otherPair;
  const typed = `${tidy(pair.values.apiId)} ${tidy(pair.values.apiHash)}`;
  // What was said about other values than those in the fields no longer holds.
  const current = stored || sent === typed ? failure : null;
  const refused = useRefusedFields(stored ? null : current);

  const body = (): StartAttempt => ({
    credentials: stored
      ? { fromConnection: connection.id }
      : { apiId: Number(tidy(pair.values.apiId)), apiHash: tidy(pair.values.apiHash).toLowerCase() },
    ...(connection === null ? {} : { connectionId: connection.id }),
    consent: { version: meta?.consentVersion ?? '', locale },
  });

  const send = (instead?: Failure['attempt']) => {
    setPressed(true);
    const firstWrong =
      !stored && problemOfId(pair.values.apiId) !== null
        ? idRef
        : !stored && problemOfHash(pair.values.apiHash) !== null
          ? hashRef
          : agreed
            ? null
            : consentRef;
    if (firstWrong !== null) return firstWrong.current?.focus();
    setSent(typed);
    onStart(body(), ...(instead === undefined ? [] : [instead]));
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    send();
  };

  return (
    <form className="card card-body credentials do-first" onSubmit={submit} noValidate>
      <h2>{stored ? copy.storedCard : copy.card}</h2>
      {stored ? (
        <Suspense fallback={null}>
          <StoredPair connection={connection} />
        </Suspense>
      ) : (
        <PairFields pair={pair} strict={pressed} refused={refused} idRef={idRef} hashRef={hashRef} />
      )}
      {connection === null ? null : (
        <Button look="quiet" dense onClick={() => setOtherPair(!otherPair)}>
          {otherPair ? copy.useStored : copy.useOther}
        </Button>
      )}
      <Consent ref={consentRef} agreed={agreed} missing={pressed && !agreed} onChange={setAgreed} />
      {current === null || isAboutPair(current) ? null : (
        <Suspense fallback={null}>
          <CredentialsFailure failure={current} onGoOn={onGoOn} onReplace={(attempt) => send(attempt)} />
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
