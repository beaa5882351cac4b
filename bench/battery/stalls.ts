const everyMs = 100;
let stalledMs = 0;
let last = performance.now();

const sampler = setInterval(() => {
  const now = performance.now();
  stalledMs += Math.max(0, now - last - 2 * everyMs);
  last = now;
}, everyMs);
sampler.unref();

/** How long, all in all, this process was not run when it should have been: a machine with too much to do. */
export const stalledSoFar = (): number => stalledMs;
