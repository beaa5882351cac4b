/** Reads TL schema text (`name#id field:type … = Type;`) into definitions that drive encoder and decoder. */

export type Primitive = 'int' | 'long' | 'double' | 'string' | 'bytes' | 'int128' | 'int256' | '#' | 'true' | 'Bool';

export type TypeRef =
  | { kind: 'primitive'; name: Primitive }
  | { kind: 'boxed'; name: string }
  | { kind: 'bare'; name: string }
  | { kind: 'vector'; bare: boolean; of: TypeRef }
  /** `!X`: any request. */
  | { kind: 'query' };

export interface Parameter {
  name: string;
  type: TypeRef;
  /** The flags field and the bit that say whether the parameter is there; null: always there. */
  flag: { field: string; bit: number } | null;
}

export interface Definition {
  name: string;
  /** Unsigned 32-bit constructor number. */
  id: number;
  kind: 'constructor' | 'method';
  parameters: Parameter[];
  result: TypeRef;
}

const primitives: ReadonlySet<string> = new Set<Primitive>([
  'int',
  'long',
  'double',
  'string',
  'bytes',
  'int128',
  'int256',
  '#',
  'true',
  'Bool',
]);

function isPrimitive(name: string): name is Primitive {
  return primitives.has(name);
}

export function parseType(text: string): TypeRef {
  const vector = /^(vector|Vector)[< ](.+?)>?$/.exec(text);
  if (vector) return { kind: 'vector', bare: vector[1] === 'vector', of: parseType(vector[2] ?? '') };
  if (isPrimitive(text)) return { kind: 'primitive', name: text };
  if (text.startsWith('!')) return { kind: 'query' };
  if (text.startsWith('%')) return { kind: 'bare', name: text.slice(1) };
  const last = text.slice(text.lastIndexOf('.') + 1);
  return /^[A-Z]/.test(last) ? { kind: 'boxed', name: text } : { kind: 'bare', name: text };
}

function parseParameter(text: string): Parameter {
  const colon = text.indexOf(':');
  const name = text.slice(0, colon);
  const rest = text.slice(colon + 1);
  const flag = /^(\w+)\.(\d+)\?(.+)$/.exec(rest);
  if (!flag) return { name, type: parseType(rest), flag: null };
  return { name, type: parseType(flag[3] ?? ''), flag: { field: flag[1] ?? '', bit: Number(flag[2]) } };
}

function parseLine(line: string, kind: Definition['kind']): Definition {
  const match = /^([\w.]+)#([0-9a-f]{1,8})((?: [^=]+)?) = (.+);$/.exec(line);
  if (!match) throw new Error(`Not a TL definition: ${line}`);
  const words = (match[3] ?? '').split(' ').filter((word) => word !== '' && !word.startsWith('{'));
  return {
    name: match[1] ?? '',
    id: Number.parseInt(match[2] ?? '', 16),
    kind,
    parameters: words.map(parseParameter),
    result: parseType(match[4] ?? ''),
  };
}

/** `---functions---` and `---types---` switch between methods and constructors; `//` starts a comment line. */
export function parseSchema(text: string): Definition[] {
  const definitions: Definition[] = [];
  let kind: Definition['kind'] = 'constructor';
  for (const raw of text.split('\n')) {
    const line = raw.trim();
    if (line === '' || line.startsWith('//')) continue;
    if (line === '---functions---') kind = 'method';
    else if (line === '---types---') kind = 'constructor';
    else definitions.push(parseLine(line, kind));
  }
  return definitions;
}
