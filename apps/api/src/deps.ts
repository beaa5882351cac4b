import type { Meta } from '@botize/contract';
import type { Clock, HostKey } from '@botize/login';
import type { FastifyBaseLogger } from 'fastify';
import type { AddressLimits } from './http/address-limits.ts';
import type { BrowserSessions } from './http/browser-sessions.ts';
import type { Drain } from './http/drain.ts';
import type { HostVerbs } from './host-verbs.ts';
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
  /** Null for an unknown or revoked key of the host. The key is secret. */
  keyOf: (key: string) => Promise<HostKey | null>;
  browserSessions: BrowserSessions;
  /** Counters by address that survive a restart; null switches them off. */
  addressLimits: AddressLimits | null;
  clock: Clock;
  log: FastifyBaseLogger;
  drain: Drain;
  /** False on a restored database that nobody has allowed to dial yet. */
  dials: boolean;
  /** Rejects while the store doesn't answer. */
  storeAnswers: () => Promise<void>;
}
