import { Role, UserId } from '@botize/contract';
import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import * as z from 'zod/mini';
import { signIn } from '../api/endpoints.ts';
import { failureOf, type Failure } from '../api/problem.ts';
import { useLaterCopy, useSentence } from '../copy/copy-context.tsx';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Page, usePageTitle } from '../ui/page.tsx';
import { TextField } from '../ui/text-field.tsx';
import { PlainHeader } from './plain-header.tsx';
import { useSessionValue } from './session-context.tsx';

const DevSignInForm = z.object({
  userId: z.pipe(z.string().check(z.trim()), UserId),
  label: z.string().check(z.trim(), z.maxLength(128)),
  role: Role,
});

/** Lets a developer be anybody. Only shown where the server says that it allows it. */
export function DevSignInPage() {
  const { signIn: copy, laterFields } = useLaterCopy();
  const sentence = useSentence();
  const { setSession } = useSessionValue();
  const form = useForm<z.input<typeof DevSignInForm>>({
    defaultValues: { userId: 'u1', label: 'ana@example.com', role: 'user' },
    resolver: standardSchemaResolver(DevSignInForm),
  });
  const wrong = form.formState.errors.userId
    ? laterFields.userId[form.getValues('userId').trim() === '' ? 'required' : 'format']
    : null;
  const busy = form.formState.isSubmitting;
  const [failure, setFailure] = useState<Failure | null>(null);

  usePageTitle(copy.devTitle);

  const submit = form.handleSubmit(async ({ userId, label, role }) => {
    try {
      setSession(await signIn({ dev: { userId, role, ...(label === '' ? {} : { label }) } }));
    } catch (error) {
      setFailure(failureOf(error));
    }
  });

  return (
    <Page header={<PlainHeader />} reference={failure?.requestId ?? null}>
      <main id="content" className="container message">
        <h1>{copy.devTitle}</h1>
        <p className="lead">{copy.devLead}</p>
        <form className="card card-body sign-in" onSubmit={(event) => void submit(event)} noValidate>
          <TextField
            label={copy.userId}
            note={copy.userIdNote}
            {...form.register('userId')}
            error={wrong}
            autoComplete="off"
          />
          <TextField
            label={copy.label}
            note={copy.labelNote}
            {...form.register('label')}
            maxLength={128}
            autoComplete="off"
          />
          <div className="field">
            <label className="field-label" htmlFor="role">
              {copy.role}
            </label>
            <select id="role" className="select" {...form.register('role')}>
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
