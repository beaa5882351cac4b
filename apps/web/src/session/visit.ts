import { useState } from 'react';
import { useSession } from './session-context.tsx';

/** The way back to whoever sent the user here. `isVisit` is false for those whom nobody did. */
export function useWayBack(attemptId: string | null) {
  const session = useSession();
  const [busy, setBusy] = useState(false);
  const isVisit = session.returnUrl !== null || Boolean(session.embedOrigin);
  const back = async () => {
    setBusy(true);
    try {
      // Only needed at the end of a visit, so it isn't part of the first page.
      const { leaveVisit } = await import('./leave-visit.ts');
      await leaveVisit(session, attemptId);
    } finally {
      setBusy(false);
    }
  };
  return { isVisit, busy, back: () => void back() };
}
