import { describe, expect, it } from 'vitest';
import { createDrain } from './drain.ts';

describe('the way out', () => {
  it('is free at once where nothing is in flight', async () => {
    expect(await createDrain().idle(0)).toBe(true);
  });

  it('waits until the last request is answered, each counted once', async () => {
    const drain = createDrain();
    const first = drain.enter();
    const second = drain.enter();
    first();
    first();
    let free = false;
    const idle = drain.idle(10_000).then((value) => (free = value));
    await Promise.resolve();
    expect(free).toBe(false);
    second();
    expect(await idle).toBe(true);
  });

  it('waits no longer than told', async () => {
    const drain = createDrain();
    drain.enter();
    expect(await drain.idle(1)).toBe(false);
  });
});
