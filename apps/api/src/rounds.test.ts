import { Writable } from 'node:stream';
import { describe, expect, it, vi } from 'vitest';
import { createLog } from './http/log.ts';
import { startRounds } from './rounds.ts';

const quiet = () => {
  const logged: string[] = [];
  const log = createLog(new Writable({ write: (chunk, _encoding, done) => (logged.push(String(chunk)), done()) }));
  return { log, logged };
};

describe('rounds', () => {
  it('come again after one that failed', async () => {
    const { log, logged } = quiet();
    const run = vi.fn(async () => {
      if (run.mock.calls.length === 1) throw new Error('the hash is 0123');
    });
    const rounds = startRounds([{ name: 'attempts', everyMs: 1, run }], log);
    await vi.waitFor(() => expect(run.mock.calls.length).toBeGreaterThan(2));
    await rounds.stop();
    expect(logged.join('')).toContain('"round":"attempts"');
    expect(logged.join('')).not.toContain('0123');
  });

  it('never overlap themselves, and stop waits for the one under way', async () => {
    let running = 0;
    let most = 0;
    let release = () => {};
    const run = vi.fn(async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise<void>((resolve) => {
        release = resolve;
      });
      running -= 1;
    });
    const rounds = startRounds([{ name: 'attempts', everyMs: 1, run }], quiet().log);
    await vi.waitFor(() => expect(run).toHaveBeenCalledOnce());
    release();
    await vi.waitFor(() => expect(run).toHaveBeenCalledTimes(2));
    let isStopped = false;
    const stopped = rounds.stop().then(() => {
      isStopped = true;
    });
    await new Promise(setImmediate);
    expect([running, isStopped]).toEqual([1, false]);
    release();
    await stopped;
    expect([running, most]).toEqual([0, 1]);
    expect(run).toHaveBeenCalledTimes(2);
  });
});
