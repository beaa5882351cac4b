import { deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteWriter } from './byte-writer.ts';
import { GZIP_PACKED } from './constructor-ids.ts';
import { UnknownConstructorError, decodeObject, decodeRequest } from './decode.ts';
import { TlReadError } from './byte-reader.ts';
import { encodeAnswer, encodeObject } from './encode.ts';
import { apiSchema, mtprotoSchema } from './schema.ts';
import { arbitraryObject } from './testing/arbitrary-object.ts';

const schemas = [apiSchema(198), apiSchema(227), mtprotoSchema];
const everything = schemas.flatMap((schema) =>
  [...schema.byName.values()].map((definition) => ({ schema, definition })),
);

function packed(content: Buffer): Buffer {
  const writer = new ByteWriter();
  writer.int(GZIP_PACKED);
  writer.bytes(content);
  return writer.result();
}

describe('codec', () => {
  it.each(everything)('$schema.label $definition.name survives encoding and decoding', ({ schema, definition }) => {
    const objects = arbitraryObject(schema, definition);
    if (!objects) throw new Error(`${definition.name} cannot be built: its fields' types are not in the subset`);
    fc.assert(
      fc.property(objects, (object) => {
        const bytes = encodeObject(schema, object);
        expect(bytes.length % 4).toBe(0);
        const decoded =
          definition.kind === 'method'
            ? decodeRequest(schema, bytes, () => schema)
            : decodeObject(schema, bytes).object;
        expect(decoded).toEqual(object);
      }),
      { numRuns: 15 },
    );
  });

  it('never fails on broken bytes but with TlReadError', () => {
    const request = encodeObject(apiSchema(227), {
      _: 'auth.sendCode',
      phone_number: '+49',
      api_id: 1,
      api_hash: 'a',
      settings: { _: 'codeSettings', logout_tokens: [Buffer.from('t')] },
    });
    fc.assert(
      fc.property(fc.nat(request.length), fc.nat(255), fc.nat(request.length), (at, value, end) => {
        const broken = Buffer.from(request.subarray(0, end));
        if (at < end) broken[at] = value;
        try {
          decodeRequest(apiSchema(227), broken, apiSchema);
        } catch (error) {
          expect(error).toBeInstanceOf(TlReadError);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('encoding', () => {
  it('ignores fields that the layer does not have', () => {
    const plain = { _: 'nearestDc', country: 'DE', this_dc: 1, nearest_dc: 2 };
    expect(encodeObject(apiSchema(198), { ...plain, later: true })).toEqual(encodeObject(apiSchema(198), plain));
  });

  it('names a required field that is missing', () => {
    expect(() => encodeObject(apiSchema(198), { _: 'nearestDc', country: 'DE', this_dc: 1 })).toThrow(
      'nearestDc.nearest_dc (layer 198): required field is missing',
    );
  });

  it('requires the other parameters of a flag that is set', () => {
    expect(() => encodeObject(apiSchema(227), { _: 'updateNewAuthorization', hash: 1n, date: 5 })).toThrow(
      'updateNewAuthorization.device (layer 227): required field is missing',
    );
  });

  it('names a constructor that the layer does not have', () => {
    expect(() => encodeAnswer(apiSchema(198), 'auth.sendCode', { _: 'auth.sentCodePaymentRequired' })).toThrow(
      'answer to auth.sendCode: auth.sentCodePaymentRequired is unknown in layer 198',
    );
  });

  it('refuses a value of another type', () => {
    expect(() => encodeObject(apiSchema(198), { _: 'updateLoginToken', extra: 1 })).not.toThrow();
    expect(() => encodeObject(mtprotoSchema, { _: 'pong', msg_id: 1, ping_id: 1n })).toThrow(
      'expected long (a bigint), got a number',
    );
    expect(() => encodeAnswer(apiSchema(198), 'auth.sendCode', { _: 'userEmpty', id: 1n })).toThrow(
      'expected auth.SentCode, got userEmpty',
    );
    expect(() => encodeAnswer(apiSchema(198), 'users.getUsers', true)).toThrow('expected an array, got a boolean');
  });

  it('answers vectors and booleans', () => {
    expect(encodeAnswer(apiSchema(198), 'users.getUsers', []).toString('hex')).toBe('15c4b51c00000000');
    expect(encodeAnswer(apiSchema(198), 'auth.cancelCode', true).toString('hex')).toBe('b5757299');
  });
});

describe('decoding requests', () => {
  const query = { _: 'help.getNearestDc' };
  const inLayer = (layer: number): Buffer => {
    const writer = new ByteWriter();
    writer.raw(encodeObject(apiSchema(layer), { _: 'invokeWithLayer', layer, query }));
    return writer.result();
  };

  it('takes the rest of a request from the layer it names', () => {
    const signIn227 = { _: 'account.getPassword' };
    const bytes = encodeObject(apiSchema(227), { _: 'invokeWithLayer', layer: 227, query: signIn227 });
    const layers: number[] = [];
    decodeRequest(apiSchema(198), bytes, (layer) => {
      layers.push(layer);
      return apiSchema(layer);
    });
    expect(layers).toEqual([227]);
    expect(decodeRequest(apiSchema(198), inLayer(227), apiSchema)).toEqual({ _: 'invokeWithLayer', layer: 227, query });
  });

  it.each([
    ['gzip', gzipSync],
    ['zlib', deflateSync],
  ])('unpacks %s inside a wrapper', (_name, compress) => {
    const whole = encodeObject(apiSchema(198), { _: 'invokeAfterMsg', msg_id: 4n, query });
    const bytes = Buffer.concat([whole.subarray(0, 12), packed(compress(whole.subarray(12)))]);
    expect(decodeRequest(apiSchema(198), bytes, apiSchema)).toEqual({ _: 'invokeAfterMsg', msg_id: 4n, query });
  });

  it('refuses what expands without bound, and packing within packing without end', () => {
    const bomb = packed(gzipSync(Buffer.alloc(50 * 1024 * 1024)));
    expect(() => decodeRequest(apiSchema(198), bomb, apiSchema)).toThrow('Compressed data is broken or too large');
    let nested = encodeObject(apiSchema(198), query);
    for (let i = 0; i < 40; i += 1) nested = packed(gzipSync(nested));
    expect(() => decodeRequest(apiSchema(198), nested, apiSchema)).toThrow('Nested too deeply');
  });

  it('tells an unknown method from an unknown constructor inside a request', () => {
    const unknown = (bytes: Buffer): UnknownConstructorError => {
      try {
        decodeRequest(apiSchema(198), bytes, apiSchema);
      } catch (error) {
        if (error instanceof UnknownConstructorError) return error;
      }
      throw new Error('Not refused');
    };
    expect(unknown(Buffer.from('efbeadde', 'hex'))).toMatchObject({ id: 0xdeadbeef, isRequest: true });
    const getUsers = encodeObject(apiSchema(198), { _: 'users.getUsers', id: [{ _: 'inputUserSelf' }] });
    getUsers.write('efbeadde', getUsers.length - 4, 'hex');
    expect(unknown(getUsers)).toMatchObject({ id: 0xdeadbeef, isRequest: false });
    const constructor = encodeObject(apiSchema(198), { _: 'nearestDc', country: '', this_dc: 1, nearest_dc: 1 });
    expect(unknown(constructor)).toMatchObject({ isRequest: true });
  });

  it('refuses bytes after the request', () => {
    const bytes = Buffer.concat([encodeObject(apiSchema(198), query), Buffer.alloc(4)]);
    expect(() => decodeRequest(apiSchema(198), bytes, apiSchema)).toThrow('4 bytes after the request');
  });
});

describe('apiSchema', () => {
  it('takes the newest schema that is not newer than the client', () => {
    expect([100, 198, 226, 227, 300].map((layer) => apiSchema(layer).label)).toEqual([
      'layer 198',
      'layer 198',
      'layer 198',
      'layer 227',
      'layer 227',
    ]);
  });
});
