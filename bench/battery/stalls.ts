import { readFileSync } from 'node:fs';

const everyMs = 100;
let stalledMs = 0;
let last = performance.now();

/** How long the kernel let this process's main thread wait for a core so far, milliseconds; 0 where nobody tells. */
function waitedForCore(): number {
  try {
    const [, nanoseconds] = readFileSync('/proc/self/schedstat', 'utf8').split(' ');
    return Number(nanoseconds) / 1e6;
  } catch {
    return 0;
  }
}
let waited = waitedForCore();

const sampler = setInterval(() => {
  const [now, waitedNow] = [performance.now(), waitedForCore()];
  const late = Math.max(0, now - last - 2 * everyMs);
  stalledMs += Math.max(late, Math.min(now - last, waitedNow - waited));
  [last, waited] = [now, waitedNow];
}, everyMs);
sampler.unref();

/**
 * How long, all in all, this process was not run when it should have been, or was busy with something else: a machine with
 * too much to do. The simulated Telegrams live here too, so a server waits for them as long. Many short waits add up to
 * seconds, and a timer that is only a little late each time shows none of them; the kernel counts them all.
 */
export const stalledSoFar = (): number => stalledMs;
