import type { BrowserSession, MessageCode, Meta } from '@botize/contract';
import { lazy, Suspense, useEffect, useMemo, useState, type ReactNode } from 'react';
import { getSession } from '../api/endpoints.ts';
import { failureOf } from '../api/problem.ts';
import { whenSessionEnds } from '../api/request.ts';
import { chosenLocale } from '../copy/catalogues.ts';
import { LaterCopy, useLocale } from '../copy/copy-context.tsx';
import { Loading } from '../ui/loading.tsx';
import type { Opening } from './opening.ts';
import { SessionContext, type SessionState, type SessionValue } from './session-context.tsx';

const LinkProblemPage = lazy(async () => ({
  default: (await import('./link-problem-page.tsx')).LinkProblemPage,
}));

const stateOf = (session: BrowserSession | null): SessionState =>
  session === null ? { kind: 'none' } : { kind: 'signed_in', session };

/** Waits for what was asked at the start, and tells every page who sits here. */
export function SessionProvider({ opening, children }: { opening: Opening; children: ReactNode }) {
  const [meta, setMeta] = useState<Meta | null>(null);
  const [state, setState] = useState<SessionState>({ kind: 'loading' });
  const [linkProblem, setLinkProblem] = useState<MessageCode | null>(null);
  const { setLocale } = useLocale();
  const locale = state.kind === 'signed_in' ? state.session.locale : null;

  useEffect(() => {
    whenSessionEnds(() => setState({ kind: 'none' }));
    const fail = (error: unknown) => setState({ kind: 'failed', failure: failureOf(error) });
    opening.meta.then(setMeta, fail);
    opening.session.then(
      (session) => setState(stateOf(session)),
      (error: unknown) => {
        if (opening.again === null) return fail(error);
        setLinkProblem(failureOf(error).code);
        getSession().then((session) => setState(stateOf(session)), fail);
      },
    );
  }, [opening]);

  useEffect(() => {
    if (locale !== null && chosenLocale() === null) setLocale(locale, false);
    // The host's wish counts once per session, not each time the language changes.
  }, [locale]);

  const again = () =>
    opening.again?.().then(
      (session) => {
        setState(stateOf(session));
        setLinkProblem(null);
      },
      (error: unknown) => setLinkProblem(failureOf(error).code),
    );

  const value = useMemo<SessionValue>(
    () => ({ meta, state, setSession: (session) => setState(stateOf(session)) }),
    [meta, state],
  );
  return (
    <SessionContext value={value}>
      {linkProblem ? (
        <LaterCopy fallback={<Loading />}>
          <Suspense fallback={<Loading />}>
            <LinkProblemPage code={linkProblem} onGoOn={() => setLinkProblem(null)} onAgain={() => void again()} />
          </Suspense>
        </LaterCopy>
      ) : (
        children
      )}
    </SessionContext>
  );
}
