import type { Clock, WindowCount, WindowCounts } from '@botize/login';

/**
 * Requests in a minute. Far too many to be written one by one: they are counted in memory, and what has come near its
 * limit is written down together every second, so that a restart doesn't begin at nothing.
 */
export interface FloodCounts {
  /** Counts one use; how many there were in this minute, and how much longer it lasts. */
  count(bucket: string, max: number): { uses: number; leftMs: number };
  /** Writes down what has changed since the last time; costs nothing if nothing has. */
  save(): Promise<void>;
}

export const windowMs = 60_000;
/** What has used up less than this part of its limit isn't worth a write. */
const worthKeeping = 0.1;

/** Goes on from what was written down before. */
export const openFloodCounts = async (deps: { store: WindowCounts; clock: Clock }): Promise<FloodCounts> => {
  const { store, clock } = deps;
  const stored = await store.windowCounts(clock.now());
  const counts = new Map<string, WindowCount>(stored.map((one) => [one.bucket, { ...one }]));
  const changed = new Set<WindowCount>();

  /** A window that ends later than one from now would was made under another clock. */
  const openAt = (bucket: string, now: number): WindowCount => {
    const known = counts.get(bucket);
    if (known !== undefined && known.endsAt > now && known.endsAt <= now + windowMs) return known;
    const fresh = { bucket, uses: 0, endsAt: now + windowMs };
    counts.set(bucket, fresh);
    return fresh;
  };

  return {
    count: (bucket, max) => {
      const now = clock.now();
      const one = openAt(bucket, now);
      // Beyond the limit it makes no difference how many more there are.
      if (one.uses <= max) {
        one.uses += 1;
        if (one.uses >= max * worthKeeping) changed.add(one);
      }
      return { uses: one.uses, leftMs: one.endsAt - now };
    },
    save: async () => {
      const now = clock.now();
      for (const one of counts.values()) {
        if (one.endsAt > now) continue;
        counts.delete(one.bucket);
        changed.delete(one);
      }
      if (changed.size === 0) return;
      const batch = [...changed];
      changed.clear();
      try {
        await store.keepWindowCounts(batch, now);
      } catch (error) {
        for (const one of batch) changed.add(one);
        throw error;
      }
    },
  };
};
