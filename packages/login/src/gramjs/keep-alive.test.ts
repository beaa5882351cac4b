import type { Api } from 'telegram';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepAlive } from './keep-alive.ts';

const inTurn = (ping: () => Promise<void>): Promise<void> => ping();

/** A client as far as pings go. */
function pinged(answer: () => Promise<unknown>) {
  const ends: (() => void)[] = [];
  const names: string[] = [];
  const discard = vi.fn(() => Promise.resolve(ends.forEach((end) => end())));
  const client = {
    discard,
    onEnd: (end: () => void) => (ends.push(end), () => {}),
    invoke<R extends Api.AnyRequest>({ className }: R): Promise<R['__response']> {
      names.push(className);
      return answer() as Promise<R['__response']>;
    },
  };
  return { client, names, discard };
}

describe('keepAlive', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('pings every 15 seconds until stopped', async () => {
    const { client, names, discard } = pinged(() => Promise.resolve());
    const stop = keepAlive(client, inTurn);
    await vi.advanceTimersByTimeAsync(45_000);
    expect(names).toEqual(Array.from({ length: 3 }, () => 'PingDelayDisconnect'));
    stop();
    await vi.advanceTimersByTimeAsync(45_000);
    expect(names).toHaveLength(3);
    expect(discard).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('discards the client, and stops, when no answer comes for 10 seconds', async () => {
    const { client, discard } = pinged(() => new Promise(() => {}));
    keepAlive(client, inTurn);
    await vi.advanceTimersByTimeAsync(24_999);
    expect(discard).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(discard).toHaveBeenCalledOnce();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('discards the client when the ping can not be sent', async () => {
    const { client, discard } = pinged(() => Promise.reject(new Error('gone')));
    keepAlive(client, inTurn);
    await vi.advanceTimersByTimeAsync(15_000);
    expect(discard).toHaveBeenCalledOnce();
  });
});
