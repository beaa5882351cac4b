import { act, cleanup, render } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeEventSource } from './testing/fake-event-source.ts';
import { useLive } from './use-live.ts';

function Live({ load }: { load: (signal: AbortSignal) => Promise<void> }) {
  useLive('/api/support/events', load);
  return null;
}

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', FakeEventSource);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const start = async () => {
  const load = vi.fn(async () => {});
  const view = render(<Live load={load} />);
  await pass(0);
  return { load, view, source: FakeEventSource.last() };
};

describe('a page that follows what happens', () => {
  it('asks at once, and once for changes that come together', async () => {
    const { load, source } = await start();
    expect(load).toHaveBeenCalledTimes(1);
    source.open();
    source.changed();
    source.changed();
    await pass(1_000);
    expect(load).toHaveBeenCalledTimes(2);
    await pass(60_000);
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('asks again when a stream that broke is back', async () => {
    const { load, source } = await start();
    source.open();
    source.open();
    await pass(1_000);
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('asks whether anybody is there when the stream breaks', async () => {
    const { load, source } = await start();
    source.open();
    source.break();
    await pass(1_000);
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('asks every five seconds where the stream is refused', async () => {
    const { load, source } = await start();
    source.refuse();
    await pass(10_100);
    expect(load).toHaveBeenCalledTimes(3);
  });

  it('asks again and again where the stream is held back on its way', async () => {
    const { load } = await start();
    await pass(8_000 + 5_100);
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('stops with the page', async () => {
    const { load, view, source } = await start();
    source.open();
    view.unmount();
    source.changed();
    await pass(60_000);
    expect(load).toHaveBeenCalledTimes(1);
    expect(source.readyState).toBe(FakeEventSource.CLOSED);
  });
});
