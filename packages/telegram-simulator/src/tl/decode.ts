import { unzipSync } from 'node:zlib';
import type { TlObject } from '../rpc.ts';
import { ByteReader, TlReadError } from './byte-reader.ts';
import { BOOL_FALSE, BOOL_TRUE, GZIP_PACKED, VECTOR } from './constructor-ids.ts';
import type { Definition, Primitive, TypeRef } from './parse-schema.ts';
import { mtprotoSchema } from './schema.ts';
import type { Schema } from './schema.ts';

/** A constructor number the schema does not have, or not where it was found. */
export class UnknownConstructorError extends TlReadError {
  override name = 'UnknownConstructorError';
  /** Unsigned 32 bits. */
  readonly id: number;
  /** True where a request was expected, false inside its parameters. */
  readonly isRequest: boolean;

  constructor(id: number, isRequest: boolean, label: string) {
    super(`0x${id.toString(16)} is no ${isRequest ? 'method' : 'constructor'} of ${label}`);
    this.id = id;
    this.isRequest = isRequest;
  }
}

/** Against bombs: what a compressed request may expand to, in bytes. */
const maxUnpacked = 4 * 1024 * 1024;

const maxDepth = 32;

/** Inflates the content of `gzip_packed`; gzip and zlib are both in use among clients. */
export function unpack(packed: Buffer): Buffer {
  try {
    return unzipSync(packed, { maxOutputLength: maxUnpacked });
  } catch {
    throw new TlReadError('Compressed data is broken or too large');
  }
}

/**
 * Which schema decodes a query inside a wrapper: `invokeWithLayer` names the layer of all that follows it.
 */
export type SchemaOfLayer = (layer: number) => Schema;

class Decoder {
  private readonly schemaOfLayer: SchemaOfLayer | null;
  private schema: Schema;
  private depth = 0;

  constructor(schema: Schema, schemaOfLayer: SchemaOfLayer | null) {
    this.schema = schema;
    this.schemaOfLayer = schemaOfLayer;
  }

  query(reader: ByteReader): TlObject {
    const id = reader.id();
    if (id === GZIP_PACKED) return this.nested(() => this.query(new ByteReader(unpack(reader.bytes()))));
    const definition = this.schema.byId.get(id);
    if (definition?.kind !== 'method') throw new UnknownConstructorError(id, true, this.schema.label);
    return this.fields(reader, definition);
  }

  boxed(reader: ByteReader, expected: string | null): TlObject {
    const id = reader.id();
    const definition = this.schema.byId.get(id);
    const fits = expected === null || (definition?.result.kind === 'boxed' && definition.result.name === expected);
    if (!definition || !fits) throw new UnknownConstructorError(id, false, this.schema.label);
    return this.fields(reader, definition);
  }

  fields(reader: ByteReader, definition: Definition): TlObject {
    return this.nested(() => {
      const object: TlObject = { _: definition.name };
      const flags = new Map<string, number>();
      for (const parameter of definition.parameters) {
        if (parameter.flag && ((flags.get(parameter.flag.field) ?? 0) & (1 << parameter.flag.bit)) === 0) continue;
        if (parameter.type.kind === 'primitive' && parameter.type.name === '#') {
          flags.set(parameter.name, reader.id());
          continue;
        }
        object[parameter.name] = this.value(reader, parameter.type);
        if (definition.name === 'invokeWithLayer' && parameter.name === 'layer') this.switchTo(object['layer']);
      }
      return object;
    });
  }

  private switchTo(layer: unknown): void {
    if (this.schemaOfLayer && typeof layer === 'number') this.schema = this.schemaOfLayer(layer);
  }

  private nested<T>(read: () => T): T {
    if (this.depth >= maxDepth) throw new TlReadError('Nested too deeply');
    this.depth += 1;
    const result = read();
    this.depth -= 1;
    return result;
  }

  private value(reader: ByteReader, type: TypeRef): unknown {
    switch (type.kind) {
      case 'primitive':
        return readPrimitive(reader, type.name);
      case 'query':
        return this.query(reader);
      case 'boxed':
        return this.boxed(reader, type.name);
      case 'vector':
        return this.vector(reader, type);
      case 'bare': {
        const definition = this.schema.byName.get(type.name);
        if (!definition) throw new TlReadError(`${type.name} is unknown in ${this.schema.label}`);
        return this.fields(reader, definition);
      }
    }
  }

  private vector(reader: ByteReader, type: { bare: boolean; of: TypeRef }): unknown[] {
    if (!type.bare) {
      const id = reader.id();
      if (id !== VECTOR) throw new UnknownConstructorError(id, false, this.schema.label);
    }
    const count = reader.int();
    // Every element of every vector in use takes at least four bytes.
    if (count < 0 || count * 4 > reader.remaining) throw new TlReadError(`A vector of ${count} cannot be here`);
    return Array.from({ length: count }, () => this.nested(() => this.value(reader, type.of)));
  }
}

function readBool(reader: ByteReader): boolean {
  const id = reader.id();
  if (id !== BOOL_TRUE && id !== BOOL_FALSE) throw new UnknownConstructorError(id, false, 'Bool');
  return id === BOOL_TRUE;
}

function readPrimitive(reader: ByteReader, type: Primitive): unknown {
  switch (type) {
    case 'int':
    case 'long':
    case 'double':
    case 'bytes':
      return reader[type]();
    case 'string':
      return reader.bytes().toString('utf8');
    case 'int128':
      return reader.raw(16);
    case 'int256':
      return reader.raw(32);
    case 'Bool':
      return readBool(reader);
    case '#':
      return reader.id();
    case 'true':
      return true;
  }
}

/**
 * Reads one boxed constructor or method; bytes after it are left alone.
 * @throws TlReadError, UnknownConstructorError
 */
export function decodeObject(schema: Schema, bytes: Buffer): { object: TlObject; length: number } {
  const reader = new ByteReader(bytes);
  const object = new Decoder(schema, null).boxed(reader, null);
  return { object, length: bytes.length - reader.remaining };
}

/**
 * Reads a request with its wrappers, unpacking `gzip_packed` wherever a request may stand.
 * @throws TlReadError, UnknownConstructorError; also where bytes are left over.
 */
export function decodeRequest(schema: Schema, bytes: Buffer, schemaOfLayer: SchemaOfLayer): TlObject {
  const reader = new ByteReader(bytes);
  const object = new Decoder(schema, schemaOfLayer).query(reader);
  if (reader.remaining > 0) throw new TlReadError(`${reader.remaining} bytes after the request`);
  return object;
}

/**
 * Reads a message of MTProto itself, request or not; bytes after it are left alone.
 * @throws TlReadError, UnknownConstructorError
 */
export function decodeService(bytes: Buffer): TlObject {
  return decodeObject(mtprotoSchema, bytes).object;
}
