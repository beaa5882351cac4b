import { once } from 'node:events';
import { PassThrough } from 'node:stream';

export interface StreamEvent {
  id: number;
  name: string;
  /** One line. */
  data: string;
}

export interface EventStreamOptions {
  retryMs: number;
  heartbeatMs: number;
  /** Asked with each heartbeat; the stream closes on false. */
  alive(): Promise<boolean>;
  /** Aborted: the stream closes. Also aborted by us when it closes for another reason. */
  end: AbortController;
  /** The source failed; the reader will ask again by itself. */
  failed(error: unknown): void;
}

const frame = (event: StreamEvent) => `id: ${event.id}\nevent: ${event.name}\ndata: ${event.data}\n\n`;

/**
 * Server-sent events. The source is asked for the next event only when the reader has taken the last one. Whoever
 * closes first (source, reader, `end`, a heartbeat that finds nobody entitled) closes all; a failing source too.
 */
export const eventStream = (source: AsyncIterable<StreamEvent>, options: EventStreamOptions): PassThrough => {
  const out = new PassThrough();
  const close = () => {
    clearInterval(heart);
    options.end.abort();
    out.end();
  };
  const beat = async () => {
    const alive = await options.alive().catch(() => false);
    if (!alive) close();
    else if (out.writable && !out.writableNeedDrain) out.write(':\n\n');
  };
  const pump = async () => {
    for await (const event of source) {
      if (!out.writable) return;
      if (!out.write(frame(event))) await once(out, 'drain', { signal: options.end.signal });
    }
  };

  const heart = setInterval(() => void beat(), options.heartbeatMs);
  heart.unref();
  out.once('close', close);
  options.end.signal.addEventListener('abort', close, { once: true });
  out.write(`retry: ${options.retryMs}\n\n`);
  pump().then(close, (error: unknown) => {
    if (!options.end.signal.aborted) options.failed(error);
    close();
  });
  return out;
};
