export type Field = string | number | null | Uint8Array;

const tags = { null: 0, string: 1, number: 2, bytes: 3 } as const;

function bytesOf(field: Field): [tag: number, bytes: Uint8Array] {
  if (field === null) return [tags.null, new Uint8Array()];
  if (typeof field === 'string') return [tags.string, Buffer.from(field, 'utf8')];
  if (typeof field === 'number') {
    if (!Number.isSafeInteger(field)) throw new RangeError('only whole numbers can be bound');
    const bytes = Buffer.alloc(8);
    bytes.writeBigInt64BE(BigInt(field));
    return [tags.number, bytes];
  }
  return [tags.bytes, field];
}

/** One unambiguous byte string for a list of fields: each carries its type and length, so `ab|c` is never `a|bc`. */
export function encodeFields(fields: readonly Field[]): Buffer {
  const count = Buffer.alloc(4);
  count.writeUInt32BE(fields.length);
  const parts: Uint8Array[] = [count];
  for (const field of fields) {
    const [tag, bytes] = bytesOf(field);
    const head = Buffer.alloc(5);
    head.writeUInt8(tag);
    head.writeUInt32BE(bytes.length, 1);
    parts.push(head, bytes);
  }
  return Buffer.concat(parts);
}
