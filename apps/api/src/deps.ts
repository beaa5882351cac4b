import type { Meta } from '@botize/contract';
import type { Clock, HostKey } from '@botize/login';
import type { FastifyBaseLogger } from 'fastify';
import type { BrowserSessions } from './http/browser-sessions.ts';
import type { Drain } from './http/drain.ts';
import type { AppLimits } from './http/rate-limits.ts';
import type { HostVerbs } from './host-verbs.ts';
import type { Metrics } from './metrics/metrics.ts';
import type { SupportVerbs } from './support-verbs.ts';
import type { Verbs } from './verbs.ts';

/** What `TRUST_PROXY` says: nobody, a number of hops, or the addresses that may speak for somebody else. */
export type TrustProxy = false | number | string[];

export interface AppSettings {
  publicUrl: URL;
  trustProxy: TrustProxy;
  /** SECRET. Of whoever reads `/metrics`; null: programs on this machine alone. */
  metricsToken: string | null;
  devSignIn: boolean;
  /** How many requests may ask Telegram at one time. */
  requestsAtOnce: number;
  meta: Meta;
  /** Origins whose pages may show the wizard in a frame. */
  embedOrigins: readonly string[];
  /** Folder of the built web app. */
  webRoot: string;
}

/** Everything the server needs; `compose.ts` makes it, tests make their own. */
export interface AppDeps {
  settings: AppSettings;
  verbs: Verbs;
  hostVerbs: HostVerbs;
  supportVerbs: SupportVerbs;
  /** Null for an unknown or revoked key of the host. The key is secret. */
  keyOf: (key: string) => Promise<HostKey | null>;
  browserSessions: BrowserSessions;
  /** By address and by user; the verbs have their own for codes and tries. Null switches them off. */
  limits: AppLimits | null;
  clock: Clock;
  log: FastifyBaseLogger;
  drain: Drain;
  metrics: Metrics;
  /** False on a restored database that nobody has allowed to dial yet. */
  dials: boolean;
  /** Rejects while the store doesn't answer. */
  storeAnswers: () => Promise<void>;
}
