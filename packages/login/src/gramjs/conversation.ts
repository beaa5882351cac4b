import type { Api } from 'telegram';
import type { Credentials } from '@botize/contract';
import type { Times } from './answers/delivery.ts';

/** What a method needs of the client it runs on. */
export interface Conversation {
  readonly credentials: Credentials;
  /** Sends one request that counts: once it has left, a lost answer means that it may have happened. */
  ask<R extends Api.AnyRequest>(request: R): Promise<R['__response']>;
  /** Sends one request that changes nothing: a lost answer means that nothing has happened. */
  prepare<R extends Api.AnyRequest>(request: R): Promise<R['__response']>;
  /** Our clock and Telegram's, as of the last answer. */
  times(): Times;
}
