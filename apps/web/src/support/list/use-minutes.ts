import { useEffect, useReducer } from 'react';

/** Draws again each minute, so that "22 min" doesn't stand still. */
export function useMinutes(): void {
  const [, tick] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const timer = setInterval(tick, 60_000);
    return () => clearInterval(timer);
  }, []);
}
