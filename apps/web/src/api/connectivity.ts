import { useSyncExternalStore } from 'react';

/** How long to wait before a request that reached nobody is tried again. */
export const RETRY_SECONDS = 5;

let offline = false;
const listeners = new Set<() => void>();
const waiting = new Set<() => void>();

function setOffline(value: boolean): void {
  if (offline === value) return;
  offline = value;
  for (const listener of listeners) listener();
}

/** Tells everybody that a request came through. */
export const reportReached = (): void => setOffline(false);

/** Resolves when it is time to try again: after five seconds, on `tryAgainNow`, or when the network returns. */
export function waitToTryAgain(signal: AbortSignal | undefined): Promise<void> {
  setOffline(true);
  return new Promise((resolve, reject) => {
    const stopWaiting = () => {
      clearTimeout(timer);
      waiting.delete(finish);
      window.removeEventListener('online', finish);
      signal?.removeEventListener('abort', abort);
    };
    const finish = () => {
      stopWaiting();
      resolve();
    };
    const abort = () => {
      stopWaiting();
      reject(signal?.reason);
    };
    const timer = setTimeout(finish, RETRY_SECONDS * 1_000);
    waiting.add(finish);
    window.addEventListener('online', finish);
    signal?.addEventListener('abort', abort);
  });
}

export const tryAgainNow = (): void => {
  for (const finish of [...waiting]) finish();
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Whether the last request reached nobody. */
export const useOffline = (): boolean => useSyncExternalStore(subscribe, () => offline);
