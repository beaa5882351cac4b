import type { Meta } from '@botize/contract';
import type { Clock } from '@botize/login';
import type { FastifyBaseLogger } from 'fastify';
import type { BrowserSessions } from './http/browser-sessions.ts';
import type { Drain } from './http/drain.ts';
import type { Verbs } from './verbs.ts';

/** What `TRUST_PROXY` says: nobody, a number of hops, or the addresses that may speak for somebody else. */
export type TrustProxy = false | number | string[];

export interface AppSettings {
  publicUrl: URL;
  trustProxy: TrustProxy;
  devSignIn: boolean;
  /** Limits by address; the verbs have their own by user and number. */
  limits: boolean;
  meta: Meta;
  /** Folder of the built web app. */
  webRoot: string;
}

/** Everything the server needs; `compose.ts` makes it, tests make their own. */
export interface AppDeps {
  settings: AppSettings;
  verbs: Verbs;
  browserSessions: BrowserSessions;
  clock: Clock;
  log: FastifyBaseLogger;
  drain: Drain;
  /** Rejects while the store doesn't answer. */
  storeAnswers: () => Promise<void>;
}
