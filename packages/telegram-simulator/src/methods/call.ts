import type { RpcContext, RpcResult, TlObject } from '../rpc.ts';
import type { Account } from '../state/accounts.ts';
import type { Authorization } from '../state/authorizations.ts';
import type { State } from '../state/state.ts';

export interface DataCentreAddress {
  id: number;
  host: string;
  port: number;
}

/** The simulated service as its methods see it. */
export interface Telegram {
  state: State;
  /** Where the data centres listen, for `help.getConfig`. */
  addresses(): DataCentreAddress[];
  /** Sends an update to every live connection of the key. */
  push(authKeyId: string, updates: TlObject): void;
  /** Closes the key's connections and makes the wire forget it. */
  dropKey(authKeyId: string): void;
}

/** Who the auth key is signed in as. */
export interface SignedIn {
  account: Account;
  authorization: Authorization;
}

/** One request on its way through a method. */
export interface Call {
  request: TlObject;
  context: RpcContext;
  telegram: Telegram;
  state: State;
  /** Epoch milliseconds, not skewed. */
  now: number;
  /** Null on a key that is not (or not yet wholly) signed in, if the method is open to such. */
  user: SignedIn | null;
}

export interface Method {
  /** `pending`: also open to a key that still owes the cloud password. */
  access: 'anyone' | 'pending' | 'user';
  /** Works for a frozen account too. */
  evenFrozen?: true;
  run(call: Call): RpcResult | Promise<RpcResult>;
}

export type Methods = Record<string, Method>;

/** What the service tells clients as its time: unix seconds, with the skew that was set. */
export function serviceTime(call: { state: State }, at: number): number {
  return Math.floor(at / 1000) + call.state.settings.read().clockSkewSeconds;
}
