import { describe, expect, it } from 'vitest';
import { createSupportWatch } from './watch.ts';

const stage = () => {
  const store = { version: 'a', asked: 0, fails: false };
  const watch = createSupportWatch(
    {
      isKnown: async (userId) => userId === 'u1',
      version: async () => {
        store.asked += 1;
        if (store.fails) throw new Error('busy');
        return store.version;
      },
    },
    1,
  );
  return { store, watch };
};

/** Resolves once the store was asked so many more times. */
const polled = async (store: { asked: number }, times = 2) => {
  const until = store.asked + times;
  while (store.asked < until) await new Promise((resolve) => setImmediate(resolve));
};

describe('watching', () => {
  it('tells at once, then of each change, and once for all that came together', async () => {
    const { store, watch } = stage();
    const end = new AbortController();
    const changes = watch.watchList(end.signal)[Symbol.asyncIterator]();
    expect((await changes.next()).value).toBe(1);
    const next = changes.next();
    await polled(store);
    store.version = 'b';
    expect((await next).value).toBe(2);
    end.abort();
    expect((await changes.next()).done).toBe(true);
  });

  it('asks the store once for all who watch the same, and not at all for nobody', async () => {
    const { store, watch } = stage();
    const ends = Array.from({ length: 10 }, () => new AbortController());
    const all = ends.map((end) => watch.watchList(end.signal)[Symbol.asyncIterator]());
    for (const one of all) await one.next();
    await polled(store);
    const waiting = all.map((one) => one.next());
    store.version = 'b';
    expect((await Promise.all(waiting)).map(({ value }) => value)).toEqual(ends.map(() => 2));
    for (const end of ends) end.abort();
    for (const one of all) await one.return?.();
    const asked = store.asked;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(store.asked).toBeLessThanOrEqual(asked + 1);
  });

  it('outlives a store that fails for a while', async () => {
    const { store, watch } = stage();
    const end = new AbortController();
    const changes = watch.watchList(end.signal)[Symbol.asyncIterator]();
    await changes.next();
    await polled(store);
    store.fails = true;
    await polled(store);
    const next = changes.next();
    store.version = 'b';
    store.fails = false;
    expect((await next).value).toBe(2);
    end.abort();
  });

  it('knows only people who are known', async () => {
    const { watch } = stage();
    const signal = AbortSignal.abort();
    await expect(watch.watchPerson('nobody', signal)).rejects.toMatchObject({ code: 'support.person_not_found' });
    await expect(watch.watchPerson('~s1', signal)).rejects.toMatchObject({ code: 'support.person_not_found' });
    expect(await watch.watchPerson('u1', signal)).toBeDefined();
  });
});
