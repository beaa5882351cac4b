import { BrowserSession, SignIn } from '@botize/contract';
import type { App } from '../app-types.ts';
import type { BrowserSessions, SignedIn, SignInPurpose } from '../http/browser-sessions.ts';
import { signedInOf } from '../http/context.ts';
import { RequestProblem } from '../http/request-problem.ts';
import type { SessionCookie } from '../http/session-cookie.ts';

interface SessionDeps {
  browserSessions: BrowserSessions;
  cookie: SessionCookie;
  devSignIn: boolean;
}

const toPublic = (signedIn: SignedIn): BrowserSession => ({
  user: signedIn.user,
  connectionId: signedIn.connectionId,
  returnUrl: signedIn.returnUrl,
  locale: signedIn.locale,
  expiresAt: new Date(signedIn.expiresAt).toISOString(),
});

/** No link has been given out yet, so each token is one that has lapsed. */
const purposeOf = (body: SignIn, devSignIn: boolean): SignInPurpose => {
  if (!('dev' in body)) throw new RequestProblem('link.expired');
  if (!devSignIn) throw new RequestProblem('session.dev_disabled');
  const { userId, label, role } = body.dev;
  return {
    user: { id: userId, label: label ?? userId, role: role ?? 'user' },
    connectionId: null,
    returnUrl: null,
    locale: null,
  };
};

export const sessionRoutes = (app: App, deps: SessionDeps) => {
  app.post('/api/session', { schema: { body: SignIn, response: { 200: BrowserSession } } }, async (request, reply) => {
    const purpose = purposeOf(request.body, deps.devSignIn);
    const signedIn = await deps.browserSessions.signIn(purpose, deps.cookie.read(request));
    deps.cookie.write(reply, signedIn.id);
    return toPublic(signedIn);
  });

  app.get('/api/session', { schema: { response: { 200: BrowserSession } } }, async (request) =>
    toPublic(signedInOf(request)),
  );

  app.delete('/api/session', async (request, reply) => {
    const id = deps.cookie.read(request);
    if (id !== null) await deps.browserSessions.signOut(id);
    deps.cookie.clear(reply);
    return reply.code(204).send();
  });
};
