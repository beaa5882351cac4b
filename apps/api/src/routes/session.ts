import { BrowserSession, LeaveVisit, SignIn, VisitReturn } from '@botize/contract';
import type { App } from '../app-types.ts';
import type { BrowserSessions, SignedIn, SignInPurpose } from '../http/browser-sessions.ts';
import { actorOf, signedInOf } from '../http/context.ts';
import { RequestProblem } from '../http/request-problem.ts';
import type { SessionCookie } from '../http/session-cookie.ts';
import type { HostVerbs } from '../host-verbs.ts';

interface SessionDeps {
  browserSessions: BrowserSessions;
  cookie: SessionCookie;
  devSignIn: boolean;
  embedOrigins: readonly string[];
  verbs: Pick<HostVerbs, 'openLink' | 'leaveVisit'>;
}

const toPublic = (signedIn: SignedIn): BrowserSession => ({
  user: signedIn.user,
  connectionId: signedIn.connectionId,
  ...(signedIn.user.role === 'support' ? { subjectId: signedIn.subjectId ?? null } : {}),
  returnUrl: signedIn.returnUrl,
  locale: signedIn.locale,
  ...(signedIn.embedOrigin ? { embedOrigin: signedIn.embedOrigin } : {}),
  expiresAt: new Date(signedIn.expiresAt).toISOString(),
});

type LinkSignIn = Extract<SignIn, { linkToken: string }>;

/** The origin is looked at before the link, which works only once. */
const linkPurpose = async (body: LinkSignIn, { embedOrigins, verbs }: SessionDeps): Promise<SignInPurpose> => {
  const { linkToken, nonce = null, embedOrigin = null } = body;
  if (embedOrigin !== null && !embedOrigins.includes(embedOrigin)) throw new RequestProblem('request.origin');
  const { id, userId, userLabel, role, staff, connectionId, returnUrl, locale } = await verbs.openLink(
    linkToken,
    nonce,
  );
  const isStaff = role === 'support' && staff !== null;
  const user = { id: isStaff ? staff.id : userId, label: isStaff ? staff.name : userLabel, role };
  return { user, connectionId, returnUrl, locale, linkId: id, embedOrigin, ...(isStaff ? { subjectId: userId } : {}) };
};

const purposeOf = async (body: SignIn, deps: SessionDeps): Promise<SignInPurpose> => {
  if (!('dev' in body)) return linkPurpose(body, deps);
  if (!deps.devSignIn) throw new RequestProblem('session.dev_disabled');
  const { userId, label, role } = body.dev;
  const user = { id: userId, label: label ?? userId, role: role ?? 'user' };
  return { user, connectionId: null, returnUrl: null, locale: null };
};

export const sessionRoutes = (app: App, deps: SessionDeps) => {
  app.post('/api/session', { schema: { body: SignIn, response: { 200: BrowserSession } } }, async (request, reply) => {
    const purpose = await purposeOf(request.body, deps);
    const signedIn = await deps.browserSessions.signIn(purpose, deps.cookie.read(request));
    deps.cookie.write(reply, signedIn.id, { embedded: (purpose.embedOrigin ?? null) !== null });
    return toPublic(signedIn);
  });

  app.get('/api/session', { schema: { response: { 200: BrowserSession } } }, async (request) =>
    toPublic(signedInOf(request)),
  );

  app.post('/api/session/return', { schema: { body: LeaveVisit, response: { 200: VisitReturn } } }, async (request) => {
    const visit = { actor: actorOf(request), returnUrl: signedInOf(request).returnUrl };
    return deps.verbs.leaveVisit(visit, request.body);
  });

  app.delete('/api/session', async (request, reply) => {
    const id = deps.cookie.read(request);
    if (id !== null) await deps.browserSessions.signOut(id);
    deps.cookie.clear(reply);
    return reply.code(204).send();
  });
};
