import type { Stage } from '@botize/login/testing';

export class Broken extends Error {}

export const must = (isTrue: boolean, what: string): void => {
  if (!isTrue) throw new Broken(what);
};

/** Always true, whatever has happened. `asks`: codes that were asked for. */
export function invariants(stage: Stage, asks: number): void {
  const { telegram } = stage;
  must(stage.orphans().length === 0, 'a session at Telegram that nobody here knows of');
  must(telegram.unsaved.length === 0, `asked on a key before it was saved: ${telegram.unsaved.join()}`);
  must(telegram.duplicated.length === 0, 'two clients on one key');
  must(telegram.count('sendCode') + telegram.count('resendCode') <= 2 * asks, 'more codes sent than asked for');
}

/** True once nothing is under way. */
export function atRest(stage: Stage): void {
  const { connections, retired, attempts } = stage.vault.dump();
  const kept = [...connections.values()].map(({ secret }) => secret.session).sort();
  must(
    stage.telegram.authorizedSessions().sort().join() === kept.join(),
    'at rest: Telegram knows the connections and no other session',
  );
  must(retired.size === 0, 'at rest: no retired keys');
  must(
    [...attempts.values()].every(({ signIn }) => signIn.session === null),
    'at rest: no attempt holds a key',
  );
}
