import { type SignInDeps, withinDeadline } from './deps.ts';
import { inTurn } from './in-turn.ts';
import { awaitLease } from './lease.ts';
import { apply } from './perform.ts';
import { exportToken } from './show-qr.ts';
import { commitTurn, intend, systemActor, type Turn } from './turn.ts';
import { answering } from './waits.ts';
import { alone } from './with-attempt.ts';

interface QrChange {
  userId: string;
  attemptId: string;
  /** The code that this is about; another one on the page means that somebody else was faster. */
  token: string;
  happened: 'approved' | 'missed' | 'expired';
}

/** Goes on after an approval; replaces a code that is over if a page listens, and pauses it otherwise. */
export async function advanceQr(deps: SignInDeps, change: QrChange): Promise<void> {
  const { userId, attemptId } = change;
  const held = await awaitLease(deps, `attempt:${attemptId}`, deps.deadlineMs);
  if (held === null) return;
  await alone(deps, held, attemptId, async () => {
    const record = await deps.vault.attempt(userId, attemptId);
    const state = record?.signIn.state;
    if (record === null || state?.step !== 'phone' || state.qr?.token !== change.token) return;
    if (record.intent !== null || record.expiresAt <= deps.clock.now()) return;
    const start = { deps, actor: systemActor(userId), held, work: 'qr', record, signal: withinDeadline(deps) };
    await inTurn(start, (turn) => goOn(turn, change));
  });
}

async function goOn(turn: Turn, { attemptId, happened }: QrChange): Promise<void> {
  if (happened === 'expired' && !turn.deps.feed.hasListeners(attemptId)) {
    await apply(turn, { type: 'qr_paused' });
    return commitTurn(turn, null);
  }
  if (happened === 'approved') await intend(turn, null);
  await exportToken(turn);
  turn.signIn = answering(turn.signIn, 'show_qr');
  const { state } = turn.signIn;
  // Without an answer there is no code to show: the page offers to try again.
  if (state.step === 'phone' && state.issue !== null) await apply(turn, { type: 'qr_paused' });
  return commitTurn(turn, null);
}
