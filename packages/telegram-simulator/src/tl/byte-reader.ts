/** The bytes end before the object does, or say something impossible. */
export class TlReadError extends Error {
  override name = 'TlReadError';
}

/** All numbers are little-endian; reading past the end throws TlReadError. */
export class ByteReader {
  private readonly buffer: Buffer;
  private at = 0;

  constructor(buffer: Buffer) {
    this.buffer = buffer;
  }

  get remaining(): number {
    return this.buffer.length - this.at;
  }

  private advance(count: number): number {
    if (count < 0 || count > this.remaining) throw new TlReadError(`${count} bytes wanted, ${this.remaining} left`);
    const from = this.at;
    this.at += count;
    return from;
  }

  int(): number {
    return this.buffer.readInt32LE(this.advance(4));
  }

  /** As `int`, unsigned: constructor numbers and flags. */
  id(): number {
    return this.buffer.readUInt32LE(this.advance(4));
  }

  long(): bigint {
    return this.buffer.readBigInt64LE(this.advance(8));
  }

  double(): number {
    return this.buffer.readDoubleLE(this.advance(8));
  }

  raw(count: number): Buffer {
    const from = this.advance(count);
    return Buffer.from(this.buffer.subarray(from, from + count));
  }

  rest(): Buffer {
    return this.raw(this.remaining);
  }

  bytes(): Buffer {
    const first = this.buffer.readUInt8(this.advance(1));
    if (first === 255) throw new TlReadError('Length prefix 255 is not used');
    const long = first === 254;
    const length = long ? this.buffer.readUIntLE(this.advance(3), 3) : first;
    const value = this.raw(length);
    this.advance((4 - (((long ? 4 : 1) + length) % 4)) % 4);
    return value;
  }
}
