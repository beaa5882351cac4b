import { useEffect, useReducer } from 'react';
import { serverNow } from '../api/server-clock.ts';

const millisecondsUntil = (until: string | null) => (until === null ? 0 : Math.max(0, Date.parse(until) - serverNow()));

/** Whole seconds until a time of the server's clock, 0 when it has passed. Renders once a second. */
export function useCountdown(until: string | null): number {
  const [, tick] = useReducer((count: number) => count + 1, 0);
  const left = millisecondsUntil(until);
  const seconds = Math.ceil(left / 1_000);
  useEffect(() => {
    if (seconds === 0) return;
    const timer = setTimeout(tick, millisecondsUntil(until) % 1_000 || 1_000);
    return () => clearTimeout(timer);
  }, [until, seconds]);
  return seconds;
}
