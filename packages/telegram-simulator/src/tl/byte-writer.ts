/** Grows as it is written to; all numbers are little-endian. */
export class ByteWriter {
  private buffer = Buffer.allocUnsafe(256);
  private length = 0;

  private reserve(count: number): number {
    const at = this.length;
    if (at + count > this.buffer.length) {
      const grown = Buffer.allocUnsafe(Math.max(this.buffer.length * 2, at + count));
      this.buffer.copy(grown, 0, 0, at);
      this.buffer = grown;
    }
    this.length = at + count;
    return at;
  }

  int(value: number): void {
    const at = this.reserve(4);
    this.buffer.writeInt32LE(value | 0, at);
  }

  long(value: bigint): void {
    const at = this.reserve(8);
    this.buffer.writeBigInt64LE(BigInt.asIntN(64, value), at);
  }

  double(value: number): void {
    const at = this.reserve(8);
    this.buffer.writeDoubleLE(value, at);
  }

  raw(value: Uint8Array): void {
    const at = this.reserve(value.length);
    this.buffer.set(value, at);
  }

  /** Length prefix of 1 or 4 bytes, content, zeros up to a multiple of 4. */
  bytes(value: Uint8Array): void {
    if (value.length < 254) {
      this.raw(Uint8Array.of(value.length));
    } else {
      this.int(254 | (value.length << 8));
    }
    this.raw(value);
    const prefix = value.length < 254 ? 1 : 4;
    this.raw(new Uint8Array((4 - ((prefix + value.length) % 4)) % 4));
  }

  result(): Buffer {
    return Buffer.from(this.buffer.subarray(0, this.length));
  }
}
