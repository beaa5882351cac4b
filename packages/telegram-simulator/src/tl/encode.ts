import type { TlObject } from '../rpc.ts';
import { ByteWriter } from './byte-writer.ts';
import { BOOL_FALSE, BOOL_TRUE, VECTOR } from './constructor-ids.ts';
import type { Definition, Parameter, Primitive, TypeRef } from './parse-schema.ts';
import type { Schema } from './schema.ts';

/** The object doesn't fit the schema; the message names constructor, layer and field. */
export class TlEncodeError extends Error {
  override name = 'TlEncodeError';
}

interface Target {
  schema: Schema;
  writer: ByteWriter;
}

function isObject(value: unknown): value is TlObject {
  return typeof value === 'object' && value !== null && '_' in value && typeof value._ === 'string';
}

function describe(value: unknown): string {
  if (isObject(value)) return value._;
  return value === null ? 'null' : Array.isArray(value) ? 'an array' : `a ${typeof value}`;
}

function mismatch(where: string, expected: string, value: unknown): TlEncodeError {
  return new TlEncodeError(`${where}: expected ${expected}, got ${describe(value)}`);
}

function fixedBytes(writer: ByteWriter, value: unknown, length: number, where: string): void {
  if (!(value instanceof Uint8Array) || value.length !== length) throw mismatch(where, `${length} bytes`, value);
  writer.raw(value);
}

function writeNumber(writer: ByteWriter, type: 'int' | 'double', value: unknown, where: string): void {
  if (typeof value !== 'number') throw mismatch(where, type, value);
  if (type === 'int' && (!Number.isInteger(value) || value < -(2 ** 31) || value >= 2 ** 32)) {
    throw new TlEncodeError(`${where}: ${value} is no 32-bit integer`);
  }
  writer[type](value);
}

function writePrimitive(writer: ByteWriter, type: Primitive, value: unknown, where: string): void {
  switch (type) {
    case 'int':
    case 'double':
      return writeNumber(writer, type, value, where);
    case 'long':
      if (typeof value !== 'bigint') throw mismatch(where, 'long (a bigint)', value);
      return writer.long(value);
    case 'string':
      if (typeof value !== 'string') throw mismatch(where, 'string', value);
      return writer.bytes(Buffer.from(value, 'utf8'));
    case 'bytes':
      if (!(value instanceof Uint8Array)) throw mismatch(where, 'bytes', value);
      return writer.bytes(value);
    case 'int128':
      return fixedBytes(writer, value, 16, where);
    case 'int256':
      return fixedBytes(writer, value, 32, where);
    case 'Bool':
      if (typeof value !== 'boolean') throw mismatch(where, 'Bool', value);
      return writer.int(value ? BOOL_TRUE : BOOL_FALSE);
    case 'true':
    case '#':
      return;
  }
}

function writeVector(target: Target, type: { bare: boolean; of: TypeRef }, value: unknown, where: string): void {
  if (!Array.isArray(value)) throw mismatch(where, 'an array', value);
  if (!type.bare) target.writer.int(VECTOR);
  target.writer.int(value.length);
  value.forEach((item: unknown, index) => writeValue(target, type.of, item, `${where}[${index}]`));
}

function writeBoxed(target: Target, expected: string | null, value: unknown, where: string): void {
  if (!isObject(value)) throw mismatch(where, expected ?? 'an object', value);
  const definition = target.schema.byName.get(value._);
  if (!definition) throw new TlEncodeError(`${where}: ${value._} is unknown in ${target.schema.label}`);
  if (expected !== null && (definition.result.kind !== 'boxed' || definition.result.name !== expected)) {
    throw mismatch(where, expected, value);
  }
  target.writer.int(definition.id);
  writeFields(target, definition, value);
}

function writeValue(target: Target, type: TypeRef, value: unknown, where: string): void {
  switch (type.kind) {
    case 'primitive':
      return writePrimitive(target.writer, type.name, value, where);
    case 'vector':
      return writeVector(target, type, value, where);
    case 'boxed':
      // `Object` is the type of whatever a request answers.
      return writeBoxed(target, type.name === 'X' || type.name === 'Object' ? null : type.name, value, where);
    case 'query':
      return writeBoxed(target, null, value, where);
    case 'bare': {
      const definition = target.schema.byName.get(type.name);
      if (!definition || !isObject(value)) throw mismatch(where, type.name, value);
      return writeFields(target, definition, value);
    }
  }
}

function isPresent(parameter: Parameter, value: unknown): boolean {
  return parameter.type.kind === 'primitive' && parameter.type.name === 'true' ? value === true : value !== undefined;
}

function flagBits(definition: Definition, field: string, object: TlObject): number {
  let bits = 0;
  for (const parameter of definition.parameters) {
    if (parameter.flag?.field !== field || !isPresent(parameter, object[parameter.name])) continue;
    bits |= 1 << parameter.flag.bit;
  }
  return bits;
}

function writeFields(target: Target, definition: Definition, object: TlObject): void {
  const flags = new Map<string, number>();
  for (const parameter of definition.parameters) {
    const where = `${definition.name}.${parameter.name} (${target.schema.label})`;
    if (parameter.type.kind === 'primitive' && parameter.type.name === '#') {
      const bits = flagBits(definition, parameter.name, object);
      flags.set(parameter.name, bits);
      target.writer.int(bits);
      continue;
    }
    // Two parameters can share a bit: where one of them is there, the other one is required as well.
    if (parameter.flag && ((flags.get(parameter.flag.field) ?? 0) & (1 << parameter.flag.bit)) === 0) continue;
    const value = object[parameter.name];
    const optional = parameter.type.kind === 'primitive' && parameter.type.name === 'true';
    if (value === undefined && !optional) throw new TlEncodeError(`${where}: required field is missing`);
    writeValue(target, parameter.type, value, where);
  }
}

/**
 * Serializes a boxed object. Fields the schema lacks are ignored, so that one object serves several layers.
 * @throws TlEncodeError naming the constructor or field that doesn't fit.
 */
export function encodeObject(schema: Schema, object: TlObject): Buffer {
  const writer = new ByteWriter();
  writeBoxed({ schema, writer }, null, object, 'object');
  return writer.result();
}

/**
 * Serializes what a method answers: an object, a `Vector<…>` as an array or a `Bool` as a boolean.
 * @throws TlEncodeError
 */
export function encodeAnswer(schema: Schema, method: string, answer: TlObject | TlObject[] | boolean): Buffer {
  const definition = schema.byName.get(method);
  if (!definition) throw new TlEncodeError(`${method} is unknown in ${schema.label}`);
  const writer = new ByteWriter();
  writeValue({ schema, writer }, definition.result, answer, `answer to ${method}`);
  return writer.result();
}
