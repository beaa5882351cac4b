import type { QrCode } from '../machine/sign-in.ts';
import type { AttemptRecord } from '../ports/vault.ts';
import type { AttemptFeed } from '../ports/world.ts';
import { listen } from './changes.ts';
import type { SignInDeps } from './deps.ts';
import { advanceQr } from './advance-qr.ts';
import { keyOf } from './turn.ts';

/** One loop an attempt and process; the feed stands for the process. */
const running = new WeakMap<AttemptFeed, Set<string>>();

const shownQr = (record: AttemptRecord | null): QrCode | null =>
  record?.signIn.state.step === 'phone' ? record.signIn.state.qr : null;

/** Telegram has asked to wait: a page that listens is no reason to ask again. */
const mustWait = ({ signIn: { state } }: AttemptRecord, now: number): boolean =>
  'issue' in state && (state.issue?.retryAt ?? 0) > now;

/**
 * Watches a shown QR code until it is approved, left or expired with nobody listening; while a page listens, it is
 * replaced at its end. Returns at once. `seen`: the attempt, if the caller has just read it.
 */
export function keepQrFresh(deps: SignInDeps, userId: string, attemptId: string, seen?: AttemptRecord): void {
  if (seen !== undefined && shownQr(seen) === null) return;
  const attempts = running.get(deps.feed) ?? new Set();
  running.set(deps.feed, attempts);
  if (attempts.has(attemptId)) return;
  attempts.add(attemptId);
  void loop(deps, userId, attemptId, seen !== undefined)
    .catch(() => deps.log.warn('qr.loop_failed', { attemptId }))
    .finally(() => attempts.delete(attemptId));
}

/** `missed`: nobody has watched so far, so an approval may have gone unnoticed. */
async function loop(deps: SignInDeps, userId: string, attemptId: string, missed: boolean): Promise<void> {
  let unwatched = missed;
  for (;;) {
    const record = await deps.vault.attempt(userId, attemptId);
    const qr = shownQr(record);
    if (record === null || qr === null) return;
    const listening = deps.feed.hasListeners(attemptId);
    const isOver = qr.paused || qr.expiresAt <= deps.clock.now();
    if (qr.paused && (!listening || mustWait(record, deps.clock.now()))) return;
    const happened = isOver ? 'expired' : unwatched ? 'missed' : await nextEvent(deps, record, qr);
    unwatched = happened === 'lost';
    if (happened === 'changed' || happened === 'lost') continue;
    await advanceQr(deps, { userId, attemptId, token: qr.token, happened });
    const after = shownQr(await deps.vault.attempt(userId, attemptId));
    if (after?.token === qr.token) return;
  }
}

type QrEvent = 'approved' | 'lost' | 'changed' | 'expired';

/** What happens first to the code that is shown now. */
async function nextEvent(deps: SignInDeps, record: AttemptRecord, qr: QrCode): Promise<QrEvent> {
  const { session, credentials } = record.signIn;
  if (session === null) return 'expired';
  const changes = listen(deps.feed, record.id, 'server');
  const ended = new AbortController();
  let event: QrEvent | null = null;
  const settle = (what: QrEvent) => {
    event ??= what;
    ended.abort();
  };
  const on = { key: keyOf(record), credentials, session };
  const stopWatching = await deps.gateway.watchLoginToken(on, settle);
  try {
    await changes.wait(Math.max(0, qr.expiresAt - deps.clock.now()), ended.signal);
  } finally {
    changes.stop();
    stopWatching();
  }
  return event ?? (qr.expiresAt <= deps.clock.now() ? 'expired' : 'changed');
}
