import { describe, expect, it } from 'vitest';
import { KeyQueue } from './key-queue.ts';

describe('KeyQueue', () => {
  it('runs tasks of one key one after the other, and of others meanwhile', async () => {
    const queue = new KeyQueue();
    const events: string[] = [];
    let finishFirst!: () => void;
    const first = queue.run('a', () => {
      events.push('first begins');
      return new Promise<void>((resolve) => {
        finishFirst = resolve;
      });
    });
    const second = queue.run('a', async () => void events.push('second'));
    await queue.run('b', async () => void events.push('other key'));
    expect(events).toEqual(['first begins', 'other key']);
    finishFirst();
    await Promise.all([first, second]);
    expect(events).toEqual(['first begins', 'other key', 'second']);
  });

  it('interrupts what runs and waits, and not what comes later', async () => {
    const queue = new KeyQueue();
    const aborted = (signal: AbortSignal) => Promise.resolve(signal.aborted);
    const running = queue.run('a', (signal) => new Promise((resolve) => signal.addEventListener('abort', resolve)));
    const waiting = queue.run('a', aborted);
    await Promise.resolve();
    queue.interrupt('a');
    const later = queue.run('a', aborted);
    await running;
    expect([await waiting, await later]).toEqual([true, false]);
    queue.interrupt('nobody');
  });

  it('goes on after a task that failed', async () => {
    const queue = new KeyQueue();
    const failed = queue.run('a', () => Promise.reject(new Error('one')));
    const next = queue.run('a', () => Promise.resolve('two'));
    await expect(failed).rejects.toThrow('one');
    expect(await next).toBe('two');
  });
});
