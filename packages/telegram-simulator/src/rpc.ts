/**
 * What lies between the wire (framing, keys, encryption, TL) and the people and rules of the simulated Telegram.
 * The wire decrypts a request, hands it to the handler and encrypts what comes back; it knows no method by name.
 */

/**
 * A TL object in plain form: `_` is the constructor or method name as in the schema (`auth.sendCode`). `int` and
 * `double` are numbers, `long` is a bigint (signed), `int128`, `int256`, `bytes` are Buffers, `string` is a string,
 * vectors are arrays, `Bool` and `true` flags are booleans. A flag that is not set is an absent field; `flags`
 * themselves never appear.
 */
export interface TlObject {
  _: string;
  [field: string]: unknown;
}

/** What the client said of itself in `initConnection`. */
export interface ClientInfo {
  apiId: number;
  deviceModel: string;
  systemVersion: string;
  appVersion: string;
  langCode: string;
}

export interface RpcContext {
  /** 16 hex digits: the 8 bytes of the auth key's id in wire order. */
  authKeyId: string;
  dcId: number;
  /** Of `invokeWithLayer`, as last seen on this auth key. */
  layer: number;
  /** Null before the first `initConnection` on this auth key. */
  client: ClientInfo | null;
}

/** Thrown by a handler; goes to the client as `rpc_error`. */
export class RpcError extends Error {
  readonly code: number;
  constructor(code: number, message: string) {
    super(message);
    this.name = 'RpcError';
    this.code = code;
  }
}

/** The answer: a TL object, or a boxed vector (e.g. of `users.getUsers`) as an array. */
export type RpcResult = TlObject | TlObject[] | boolean;

/** `request` is the innermost query, its wrappers (`invokeWithLayer`, `initConnection`, …) taken off. */
export type RpcHandler = (request: TlObject, context: RpcContext) => Promise<RpcResult> | RpcResult;

/** Where auth keys live; survives a restart of the simulator. `key` is the 256-byte auth key. */
export interface AuthKeyStore {
  find(authKeyId: string, dcId: number): Buffer | null;
  save(authKeyId: string, dcId: number, key: Buffer): void;
  /** Remembers layer and client info of the last `initConnection`, so that a later connection need not repeat it. */
  remember(authKeyId: string, dcId: number, seen: { layer: number; client: ClientInfo | null }): void;
  recall(authKeyId: string, dcId: number): { layer: number; client: ClientInfo | null } | null;
  /** The client destroys its key (`destroy_auth_key`); without this the client is told that it failed. */
  forget?(authKeyId: string, dcId: number): void;
}

/**
 * One fault, applied to the next `times` requests it matches, in the order in which faults were set. On `connect`:
 * `black_hole` and `mute` accept and are silent, `slow` waits before reading, `transport_error` answers the first
 * message, all others reset.
 */
export interface Fault {
  id: string;
  /** Method name it applies to; null: any. `connect` applies when a TCP connection is accepted. */
  method: string | null;
  dcId: number | null;
  /** Only requests of this app; null: of any. A connection belongs to none yet. */
  apiId: number | null;
  times: number;
  kind:
    | { type: 'rpc_error'; code: number; message: string; notification?: string }
    /** The request is carried out, its answer never sent, the connection left open. */
    | { type: 'answer_lost' }
    /** The request is carried out, then the connection is reset instead of an answer. */
    | { type: 'reset_after' }
    /** The request is not carried out and nothing is answered. */
    | { type: 'mute' }
    /** The connection is reset before the request is carried out. */
    | { type: 'reset_before' }
    /** Half of the answer's frame, then the connection is closed. */
    | { type: 'half_frame' }
    /** A well-framed answer of random bytes, then the connection is closed. */
    | { type: 'garbage' }
    | { type: 'slow'; ms: number }
    /** Transport error such as -404 or -429 in place of an answer. */
    | { type: 'transport_error'; code: number }
    /** bad_msg_notification with this code in place of an answer; 48 rotates the salts and sends bad_server_salt. */
    | { type: 'bad_msg'; code: number }
    /** The answer is sent twice, with the same message id. */
    | { type: 'duplicate_answer' }
    /** Connect only: accept and never read or write. */
    | { type: 'black_hole' };
}

/** Asked by the wire for each accepted connection (`connect`) and each request; takes one use off the fault. */
export interface FaultPlan {
  take(at: { method: string; dcId: number; apiId?: number | null }): Fault['kind'] | null;
  /** Seconds by which the server's clock is off. */
  clockSkewSeconds(): number;
}

/** How the domain reaches connected clients. */
export interface Wire {
  /** Sends updates to every live connection of the auth key; nothing happens if there is none. */
  push(authKeyId: string, updates: TlObject): void;
  /** Closes every connection of the key and forgets it in memory: the next message on it is answered with -404. */
  dropKey(authKeyId: string): void;
}
