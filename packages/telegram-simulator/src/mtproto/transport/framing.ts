/** The stream cannot be (or stop being) a transport of MTProto; the connection has to be closed. */
export class FramingError extends Error {
  override name = 'FramingError';
}

/** One of MTProto's ways of cutting a TCP stream into payloads; keeps what hasn't arrived whole yet. */
export interface Framing {
  /** @throws FramingError */
  push(chunk: Buffer): Buffer[];
  wrap(payload: Buffer): Buffer;
}

/** No client of ours sends nearly as much at once. */
export const maxPayload = 2 * 1024 * 1024;

export interface Cut {
  payload: Buffer;
  /** Bytes of the stream the frame took. */
  size: number;
}

/** Collects chunks and cuts whole frames off; `cut` answers null while the first frame isn't whole. */
export class FrameBuffer {
  private pending: Buffer = Buffer.alloc(0);
  private readonly cut: (stream: Buffer) => Cut | null;

  constructor(cut: (stream: Buffer) => Cut | null) {
    this.cut = cut;
  }

  push(chunk: Buffer): Buffer[] {
    this.pending = this.pending.length === 0 ? chunk : Buffer.concat([this.pending, chunk]);
    const payloads: Buffer[] = [];
    for (let next = this.cut(this.pending); next !== null; next = this.cut(this.pending)) {
      payloads.push(next.payload);
      this.pending = this.pending.subarray(next.size);
    }
    return payloads;
  }
}

export function checkLength(length: number): void {
  if (length < 4 || length > maxPayload) throw new FramingError(`A payload of ${length} bytes`);
}
