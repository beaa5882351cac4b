import fc from 'fast-check';
import type { Arbitrary } from 'fast-check';
import type { TlObject } from '../../rpc.ts';
import type { Definition, Parameter, Primitive, TypeRef } from '../parse-schema.ts';
import type { Schema } from '../schema.ts';

const maxDepth = 3;

function bytes(length: number): Arbitrary<Buffer> {
  return fc.uint8Array({ minLength: length, maxLength: length }).map((array) => Buffer.from(array));
}

const primitives: Record<Exclude<Primitive, '#'>, Arbitrary<unknown>> = {
  int: fc.integer(),
  long: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  double: fc.double(),
  string: fc.string({ unit: 'grapheme', maxLength: 300 }),
  bytes: fc.uint8Array({ maxLength: 600 }).map((array) => Buffer.from(array)),
  int128: bytes(16),
  int256: bytes(32),
  true: fc.constant(true),
  Bool: fc.boolean(),
};

/** Of a type; null where the schema holds no constructor that can be built. */
function arbitraryOf(schema: Schema, type: TypeRef, depth: number): Arbitrary<unknown> | null {
  switch (type.kind) {
    case 'primitive':
      return type.name === '#' ? null : primitives[type.name];
    case 'query':
      return fc.constant({ _: 'help.getConfig' });
    case 'bare': {
      const definition = schema.byName.get(type.name);
      return definition ? arbitraryObject(schema, definition, depth + 1) : null;
    }
    case 'vector': {
      const item = depth > maxDepth ? null : arbitraryOf(schema, type.of, depth + 1);
      return item ? fc.array(item, { maxLength: 3 }) : fc.constant([]);
    }
    case 'boxed': {
      if (depth > maxDepth + 6) return null;
      const all = [...schema.byName.values()].filter(
        ({ kind, result }) => kind === 'constructor' && result.kind === 'boxed' && result.name === type.name,
      );
      // Deep inside only the shortest constructor is taken, so that recursive types come to an end.
      const shortest = all.toSorted((a, b) => a.parameters.length - b.parameters.length).slice(0, 1);
      const chosen = (depth > maxDepth ? shortest : all).map((each) => arbitraryObject(schema, each, depth + 1));
      const built = chosen.filter((each) => each !== null);
      return built.length > 0 ? fc.oneof(...built) : null;
    }
  }
}

function bitOf({ flag }: Parameter): string {
  return flag ? `${flag.field}.${flag.bit}` : '';
}

/** Objects of a constructor or method, with all combinations of flags; null where a required field cannot be built. */
export function arbitraryObject(schema: Schema, definition: Definition, depth = 0): Arbitrary<TlObject> | null {
  const fields = definition.parameters
    .filter(({ type }) => !(type.kind === 'primitive' && type.name === '#'))
    .map((parameter) => ({ parameter, value: arbitraryOf(schema, parameter.type, depth) }));
  const unbuildable = fields.filter(({ value }) => value === null).map(({ parameter }) => bitOf(parameter));
  if (unbuildable.includes('')) return null;
  const bits = [...new Set(fields.map(({ parameter }) => bitOf(parameter)))].filter((bit) => bit !== '');
  const settable = depth > maxDepth ? [] : bits.filter((bit) => !unbuildable.includes(bit));
  const model = Object.fromEntries(fields.map(({ parameter, value }) => [parameter.name, value ?? fc.constant(null)]));
  return fc.tuple(fc.subarray(settable), fc.record(model)).map(([set, values]) => {
    const present = fields.filter(({ parameter }) => parameter.flag === null || set.includes(bitOf(parameter)));
    return {
      _: definition.name,
      ...Object.fromEntries(present.map(({ parameter: { name } }) => [name, values[name]])),
    };
  });
}
