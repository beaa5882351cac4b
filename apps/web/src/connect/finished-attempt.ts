import type { LoginAttempt } from '@botize/contract';

const STORAGE_KEY = 'finished-attempt';

export interface Finished {
  userId: string;
  passwordAsked: boolean;
  attempt: LoginAttempt;
}

/** Keeps the last page of a sign-in for a reload: the server only tells of open attempts. It holds nothing secret. */
export function keepFinished(finished: Finished): void {
  try {
    sessionStorage.setItem(STORAGE_KEY, JSON.stringify(finished));
  } catch {
    // Without storage a reload shows the start of the wizard.
  }
}

/** What was kept for this user in this tab, if anything. */
export async function finishedFor(userId: string): Promise<Finished | null> {
  try {
    const stored = sessionStorage.getItem(STORAGE_KEY);
    if (stored === null) return null;
    const { LoginAttempt } = await import('../api/schemas.ts');
    const finished = JSON.parse(stored) as Finished;
    const attempt = LoginAttempt.safeParse(finished.attempt);
    if (!attempt.success || finished.userId !== userId) return null;
    return { userId, passwordAsked: finished.passwordAsked === true, attempt: attempt.data };
  } catch {
    return null;
  }
}

export function forgetFinished(): void {
  try {
    sessionStorage.removeItem(STORAGE_KEY);
  } catch {
    // Nothing was kept either.
  }
}
