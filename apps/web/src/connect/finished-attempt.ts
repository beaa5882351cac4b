import { LoginAttempt } from '@botize/contract';
import * as z from 'zod/mini';

const STORAGE_KEY = 'finished-attempt';
const Finished = z.object({ userId: z.string(), passwordAsked: z.boolean(), attempt: LoginAttempt });
export type Finished = z.infer<typeof Finished>;

/** Keeps the last page of a sign-in for a reload: the server only tells of open attempts. It holds nothing secret. */
export function keepFinished(finished: Finished): void {
  try {
    sessionStorage.setItem(STORAGE_KEY, JSON.stringify(finished));
  } catch {
    // Without storage a reload shows the start of the wizard.
  }
}

/** What was kept for this user in this tab, if anything. */
export function finishedFor(userId: string): Finished | null {
  try {
    const parsed = Finished.safeParse(JSON.parse(sessionStorage.getItem(STORAGE_KEY) ?? 'null'));
    return parsed.success && parsed.data.userId === userId ? parsed.data : null;
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
