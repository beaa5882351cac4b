import { UserErased } from '@botize/contract';
import type { App } from '../app-types.ts';
import type { BrowserSessions } from '../http/browser-sessions.ts';
import { actorOf, signedInOf } from '../http/context.ts';
import type { SessionCookie } from '../http/session-cookie.ts';
import type { Verbs } from '../verbs.ts';
import { answerWithinMs } from './by-id.ts';

interface UserDeps {
  verbs: Verbs;
  browserSessions: BrowserSessions;
  cookie: SessionCookie;
}

export const userRoutes = (app: App, { verbs, browserSessions, cookie }: UserDeps) => {
  app.delete(
    '/api/users/me',
    { handlerTimeout: answerWithinMs, schema: { response: { 200: UserErased } } },
    async (request, reply) => {
      const erased = await verbs.eraseUser(actorOf(request));
      await browserSessions.signOut(signedInOf(request).id);
      cookie.clear(reply);
      return erased;
    },
  );
};
