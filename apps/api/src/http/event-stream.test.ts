import { once } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { eventStream } from './event-stream.ts';

const never = async function* (end: AbortController) {
  await once(end.signal, 'abort');
  yield { id: 1, name: 'attempt', data: '{}' };
};

const optionsWith = (more: Partial<Parameters<typeof eventStream>[1]> = {}) => ({
  retryMs: 2000,
  heartbeatMs: 2,
  alive: async () => true,
  end: new AbortController(),
  failed: vi.fn(),
  ...more,
});

const textOf = async (stream: AsyncIterable<unknown>) => {
  let text = '';
  for await (const chunk of stream) text += String(chunk);
  return text;
};

describe('an event stream', () => {
  it('shows with a comment that it lives', async () => {
    const options = optionsWith();
    const stream = eventStream(never(options.end), options);
    let text = '';
    for await (const chunk of stream) {
      text += String(chunk);
      if (text.endsWith(':\n\n:\n\n')) break;
    }
    expect(text.startsWith('retry: 2000\n\n:\n\n')).toBe(true);
    await vi.waitFor(() => expect(options.end.signal.aborted).toBe(true));
  });

  it('closes when a heartbeat finds the reader no longer entitled', async () => {
    const options = optionsWith({ alive: async () => false });
    expect(await textOf(eventStream(never(options.end), options))).toBe('retry: 2000\n\n');
    expect(options.end.signal.aborted).toBe(true);
  });

  it('closes when nobody can say whether the reader is entitled', async () => {
    const options = optionsWith({ alive: () => Promise.reject(new Error('no store')) });
    expect(await textOf(eventStream(never(options.end), options))).toBe('retry: 2000\n\n');
  });

  it('closes and tells when its source fails', async () => {
    const options = optionsWith();
    const source = (async function* () {
      yield { id: 1, name: 'attempt', data: '{}' };
      throw new Error('no store');
    })();
    expect(await textOf(eventStream(source, options))).toContain('id: 1');
    expect(options.failed).toHaveBeenCalledOnce();
  });

  it('asks its source for no more than the reader takes', async () => {
    let asked = 0;
    const options = optionsWith({ heartbeatMs: 1_000_000 });
    const source = (async function* () {
      for (;;) {
        asked += 1;
        yield { id: asked, name: 'attempt', data: 'x'.repeat(10_000) };
      }
    })();
    const stream = eventStream(source, options);
    await vi.waitFor(() => expect(stream.writableNeedDrain).toBe(true));
    expect(asked).toBeLessThan(10);
    options.end.abort();
  });
});
