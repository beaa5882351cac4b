import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { crc32 } from '../mtproto/transport/crc32.ts';
import { apiSchema, knownLayers, schemaFromText } from './schema.ts';

function linesOf(file: string): string[] {
  const text = readFileSync(new URL(`../../schema/${file}`, import.meta.url), 'utf8');
  return text.split('\n').filter((line) => line.includes('#') && !line.startsWith('//'));
}

/** A constructor's number is the CRC-32 of its line in this form. */
function canonical(line: string): string {
  return line
    .replace(/#[0-9a-f]+/, '')
    .replace(/;$/, '')
    .replaceAll(/ \w+:flags\d*\.\d+\?true/g, '')
    .replaceAll(/([:?])bytes\b/g, '$1string')
    .replaceAll(/[<>]/g, ' ')
    .replaceAll(/[{}]/g, '')
    .replaceAll(/ +/g, ' ')
    .trim();
}

describe('the schema files', () => {
  it.each(['mtproto.tl', ...knownLayers.map((layer) => `api-${layer}.tl`)])(
    '%s: every number fits its line',
    (file) => {
      const lines = linesOf(file);
      expect(lines.length).toBeGreaterThan(40);
      const wrong = lines.filter((line) => {
        const number = Number.parseInt(/#([0-9a-f]+)/.exec(line)?.[1] ?? '', 16);
        return number !== crc32(Buffer.from(canonical(line)));
      });
      expect(wrong).toEqual([]);
    },
  );

  it.each(knownLayers)('layer %i has every method that is served', (layer) => {
    const served = readFileSync(new URL('../../schema/served.txt', import.meta.url), 'utf8');
    const methods = (/\[methods\]\n([\s\S]*?)\n\n/.exec(served)?.[1] ?? '').split('\n');
    expect(methods).toContain('auth.sendCode');
    expect(methods).toEqual(methods.toSorted());
    expect(methods.filter((name) => apiSchema(layer).byName.get(name)?.kind !== 'method')).toEqual([]);
  });
});

describe('schemaFromText', () => {
  it('refuses a name that is defined twice', () => {
    const line = 'pong#347773c5 msg_id:long ping_id:long = Pong;';
    expect(() => schemaFromText('twice', `${line}\n${line}`)).toThrow('twice: pong is defined twice');
  });
});
