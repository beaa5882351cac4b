import { SignIn, type Role } from '@botize/contract';
import { useState, type FormEvent } from 'react';
import { signIn } from '../api/endpoints.ts';
import { failureOf, type Failure } from '../api/problem.ts';
import { useLaterCopy, useSentence } from '../copy/copy-context.tsx';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Page, usePageTitle } from '../ui/page.tsx';
import { TextField } from '../ui/text-field.tsx';
import { PlainHeader } from './plain-header.tsx';
import { useSessionValue } from './session-context.tsx';

/** Lets a developer be anybody. Only shown where the server says that it allows it. */
export function DevSignInPage() {
  const { signIn: copy, laterFields } = useLaterCopy();
  const sentence = useSentence();
  const { setSession } = useSessionValue();
  const [userId, setUserId] = useState('u1');
  const [label, setLabel] = useState('ana@example.com');
  const [role, setRole] = useState<Role>('user');
  const [wrong, setWrong] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  usePageTitle(copy.devTitle);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const body = { dev: { userId: userId.trim(), role, ...(label.trim() === '' ? {} : { label: label.trim() }) } };
    if (!SignIn.safeParse(body).success) {
      setWrong(laterFields.userId[userId.trim() === '' ? 'required' : 'format']);
      return;
    }
    setWrong(null);
    setBusy(true);
    try {
      setSession(await signIn(body));
    } catch (error) {
      setFailure(failureOf(error));
      setBusy(false);
    }
  };

  return (
    <Page header={<PlainHeader />} reference={failure?.requestId ?? null}>
      <main id="content" className="container message">
        <h1>{copy.devTitle}</h1>
        <p className="lead">{copy.devLead}</p>
        <form className="card card-body sign-in" onSubmit={(event) => void submit(event)} noValidate>
          <TextField
            label={copy.userId}
            note={copy.userIdNote}
            value={userId}
            error={wrong}
            autoComplete="off"
            onChange={(event) => setUserId(event.target.value)}
          />
          <TextField
            label={copy.label}
            note={copy.labelNote}
            value={label}
            maxLength={128}
            autoComplete="off"
            onChange={(event) => setLabel(event.target.value)}
          />
          <div className="field">
            <label className="field-label" htmlFor="role">
              {copy.role}
            </label>
            <select id="role" className="select" value={role} onChange={(event) => setRole(event.target.value as Role)}>
              <option value="user">{copy.roleUser}</option>
              <option value="support">{copy.roleSupport}</option>
            </select>
          </div>
          {failure ? (
            <Notice kind="failed" title={sentence(failure.code).title} text={sentence(failure.code).do} />
          ) : null}
          <Button type="submit" look="main" full busy={busy && copy.busy}>
            {copy.submit}
          </Button>
        </form>
      </main>
    </Page>
  );
}
