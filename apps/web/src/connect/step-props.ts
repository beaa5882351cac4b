import type { CommandType, LoginAttempt, StateOf, Step } from '@botize/contract';
import type { RefObject } from 'react';
import type { CommandInput } from '../api/endpoints.ts';
import type { Failure } from '../api/problem.ts';
import type { NumberDraft } from './phone/use-number.ts';

/** What is under way; a second press of anything does nothing meanwhile. */
export type Busy = CommandType | 'start' | 'cancel';

/** What every step's page is given. The page keeps nothing of the sign-in itself but what is being typed. */
export interface StepProps<S extends Step> {
  attempt: LoginAttempt;
  state: StateOf<S>;
  busy: Busy | null;
  /** The last request's failure, where it isn't an issue of the state. */
  failure: Failure | null;
  /** Whether the cloud password was asked for in this sign-in, as far as this tab saw. */
  passwordAsked: boolean;
  /** The number typed in this tab; going back from the code finds it again. */
  draft: RefObject<NumberDraft | null>;
  send: (command: CommandInput) => void;
  /** Shows the credentials again; the attempt stays open until others are sent. */
  toCredentials: () => void;
  /** Leaves an attempt that has ended, with the credentials sent again where this tab still has them. */
  startAgain: (how: 'credentials' | 'phone') => void;
}
