import type { Command, CommandType, Step } from '@botize/contract';
import type { SignInStateOf } from '../machine/sign-in.ts';
import type { Turn } from './turn.ts';

export type CommandOf<T extends CommandType> = Extract<Command, { type: T }>;

/** The step has been checked before the verb runs; this tells the compiler. */
export function stateIn<S extends Step>({ signIn: { state } }: Turn, step: S): SignInStateOf<S> {
  if (state.step !== step) throw new Error(`a command for ${step} met ${state.step}`);
  return state as SignInStateOf<S>;
}
