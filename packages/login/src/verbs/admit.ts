import { type Command, commandsFor, type CommandType, isTerminal, type LoginAttempt } from '@botize/contract';
import { toPublic } from '../machine/to-public.ts';
import type { AttemptRecord } from '../ports/vault.ts';
import { Refusal } from '../ports/world.ts';
import type { SignInDeps } from './deps.ts';

/** A keyed hash: a plain one of a five-digit code would be the code. */
export function fingerprintOf({ vault }: Pick<SignInDeps, 'vault'>, attemptId: string, command: Command): string {
  const members = Object.entries(command).sort(([a], [b]) => (a < b ? -1 : 1));
  return vault.fingerprint('command', JSON.stringify([attemptId, members]));
}

/**
 * The stored answer if this is the command just done, null if it may run now.
 * @throws Refusal attempt.stale_revision or attempt.command_not_allowed, with the attempt as it is.
 */
export function admit(record: AttemptRecord, command: Command, fingerprint: string): LoginAttempt | null {
  const { replay, revision, signIn } = record;
  const isRepeated = replay?.revision === command.revision && revision === command.revision + 1;
  if (isRepeated && replay.fingerprint === fingerprint) return replay.answer;
  const { step } = signIn.state;
  const attempt = toPublic(record);
  if (!isTerminal(step) && revision !== command.revision) throw new Refusal('attempt.stale_revision', { attempt });
  const allowed: readonly CommandType[] = commandsFor[step];
  if (!allowed.includes(command.type)) throw new Refusal('attempt.command_not_allowed', { attempt });
  return null;
}
