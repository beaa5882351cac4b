import { describe, expect, it } from 'vitest';
import { parseSchema, parseType } from './parse-schema.ts';

describe('parseSchema', () => {
  it('reads name, number, parameters and result', () => {
    const [definition] = parseSchema(
      'auth.sentCode#5e002502 flags:# type:auth.SentCodeType timeout:flags.2?int = auth.SentCode;',
    );
    expect(definition).toEqual({
      name: 'auth.sentCode',
      id: 0x5e002502,
      kind: 'constructor',
      parameters: [
        { name: 'flags', type: { kind: 'primitive', name: '#' }, flag: null },
        { name: 'type', type: { kind: 'boxed', name: 'auth.SentCodeType' }, flag: null },
        { name: 'timeout', type: { kind: 'primitive', name: 'int' }, flag: { field: 'flags', bit: 2 } },
      ],
      result: { kind: 'boxed', name: 'auth.SentCode' },
    });
  });

  it('tells methods from constructors and skips comments and type parameters', () => {
    const definitions = parseSchema(`
      // a comment
      pong#347773c5 msg_id:long = Pong;
      ---functions---
      invokeAfterMsg#cb9f372d {X:Type} msg_id:long query:!X = X;
      ---types---
      msgs_ack#62d6b459 msg_ids:Vector<long> = MsgsAck;`);
    expect(definitions.map(({ name, kind }) => [name, kind])).toEqual([
      ['pong', 'constructor'],
      ['invokeAfterMsg', 'method'],
      ['msgs_ack', 'constructor'],
    ]);
    expect(definitions[1]?.parameters[1]?.type).toEqual({ kind: 'query' });
  });

  it('tells bare from boxed types and vectors', () => {
    expect(parseType('future_salt')).toEqual({ kind: 'bare', name: 'future_salt' });
    expect(parseType('help.Country')).toEqual({ kind: 'boxed', name: 'help.Country' });
    const long = { kind: 'primitive', name: 'long' };
    expect(parseType('vector<long>')).toEqual({ kind: 'vector', bare: true, of: long });
    expect(parseType('Vector<Vector<long>>')).toEqual({
      kind: 'vector',
      bare: false,
      of: { kind: 'vector', bare: false, of: long },
    });
  });

  it('refuses what it cannot read', () => {
    expect(() => parseSchema('noNumber a:int = Type;')).toThrow('Not a TL definition');
  });
});
