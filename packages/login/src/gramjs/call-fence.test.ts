import { describe, expect, it } from 'vitest';
import { CallFence } from './call-fence.ts';

/** Caller and worker see the same memory through fences of their own. */
function bothSides(): { caller: CallFence; worker: CallFence } {
  const caller = new CallFence();
  return { caller, worker: new CallFence(caller.shared) };
}

describe('CallFence', () => {
  it('is unreachable when nothing was sent, and then nothing is sent', () => {
    const { caller, worker } = bothSides();
    expect(caller.revoke()).toBe('unreachable');
    expect(worker.claim()).toBe(false);
  });

  it('is unknown once the request has left', () => {
    const { caller, worker } = bothSides();
    expect(worker.claim()).toBe(true);
    expect(caller.revoke()).toBe('unknown');
  });

  it('is unreachable again when Telegram refused what had left', () => {
    const { caller, worker } = bothSides();
    worker.claim();
    worker.unclaim();
    expect(caller.revoke()).toBe('unreachable');
  });

  it('lets a second request of the same call leave', () => {
    const { caller, worker } = bothSides();
    worker.claim();
    expect(worker.claim()).toBe(true);
    expect(caller.revoke()).toBe('unknown');
  });
});
