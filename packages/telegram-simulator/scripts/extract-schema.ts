/**
 * Writes schema/api-<layer>.tl: of the schemas that the client libraries ship, the methods listed in schema/served.txt
 * and every type reachable from them.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

interface Entry {
  name: string;
  isMethod: boolean;
  /** Abstract types the entry mentions. */
  mentions: string[];
  result: string;
  line: string;
}

interface JsonEntry {
  kind: 'class' | 'method';
  name: string;
  id: number;
  type: string;
  typeModifiers?: { isVector?: boolean };
  generics?: { name: string; type: string }[];
  arguments: { name: string; type: string; typeModifiers?: { isVector?: boolean; predicate?: string } }[];
}

const require = createRequire(import.meta.url);
const folder = new URL('../schema/', import.meta.url);

function typeNames(text: string): string[] {
  return [...text.matchAll(/(?:\w+\.)?[A-Z]\w*/g)].map((match) => match[0]).filter((name) => name !== 'Vector');
}

function entryOf(line: string, isMethod: boolean): Entry {
  const [left = '', right = ''] = line.split(' = ');
  const mentions = left
    .split(' ')
    .slice(1)
    .filter((word) => !word.startsWith('{'));
  return {
    name: left.slice(0, left.indexOf('#')),
    isMethod,
    mentions: typeNames(`${mentions.map((word) => word.slice(word.indexOf(':') + 1)).join(' ')} ${right}`),
    result: right.replace(';', ''),
    line,
  };
}

function entriesOfText(text: string): Entry[] {
  let isMethod = false;
  const entries: Entry[] = [];
  for (const raw of text.split('\n')) {
    const line = raw.trim().replaceAll(/\s+/g, ' ');
    if (line.startsWith('---')) isMethod = line === '---functions---';
    else if (/^[\w.]+#/.test(line)) entries.push(entryOf(line, isMethod));
  }
  return entries;
}

function typeText(type: string, modifiers: { isVector?: boolean; predicate?: string } = {}): string {
  // mtcute's own name for longs that fit a JavaScript number.
  const plain = type === 'int53' ? 'long' : type;
  const inner = modifiers.isVector ? `Vector<${plain}>` : plain;
  return modifiers.predicate ? `${modifiers.predicate}?${inner}` : inner;
}

function lineOfJson(entry: JsonEntry): string {
  const words = [
    `${entry.name}#${entry.id.toString(16).padStart(8, '0')}`,
    ...(entry.generics ?? []).map((generic) => `{${generic.name}:${generic.type}}`),
    ...entry.arguments.map((argument) => `${argument.name}:${typeText(argument.type, argument.typeModifiers)}`),
  ];
  return `${words.join(' ')} = ${typeText(entry.type, entry.typeModifiers)};`;
}

interface Served {
  methods: string[];
  also: string[];
  partial: Map<string, string[]>;
}

function readServed(): Served {
  const served: Served = { methods: [], also: [], partial: new Map() };
  let section = '';
  for (const raw of readFileSync(new URL('served.txt', folder), 'utf8').split('\n')) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    const [head = '', tail = ''] = line.split(':');
    if (line.startsWith('[')) section = line;
    else if (section === '[methods]') served.methods.push(line);
    else if (section === '[also]') served.also.push(line);
    else served.partial.set(head, tail.split(' ').filter(Boolean));
  }
  return served;
}

/** Everything reachable from the methods, in the order of the source. */
function closure(entries: Entry[], served: Served): Entry[] {
  const kept = new Set<Entry>();
  const seenTypes = new Set<string>();
  const queue = [...served.also];
  const keep = (entry: Entry): void => {
    kept.add(entry);
    queue.push(...entry.mentions);
  };
  for (const name of served.methods) {
    const method = entries.find((entry) => entry.isMethod && entry.name === name);
    if (!method) throw new Error(`There is no method ${name}`);
    keep(method);
  }
  for (let type = queue.pop(); type !== undefined; type = queue.pop()) {
    if (seenTypes.has(type)) continue;
    seenTypes.add(type);
    const chosen = served.partial.get(type);
    for (const entry of entries) {
      if (!entry.isMethod && entry.result === type && (chosen?.includes(entry.name) ?? true)) keep(entry);
    }
  }
  return entries.filter((entry) => kept.has(entry));
}

function write(layer: number, entries: Entry[], served: Served): void {
  const handled = new Set(['Bool', 'True', 'Vector t', 'X', 'Null']);
  const kept = closure(entries, served).filter((entry) => entry.isMethod || !handled.has(entry.result));
  const text = [
    `// Telegram API, layer ${layer}: the part listed in served.txt. Generated; see scripts/extract-schema.ts.`,
    ...kept.filter((entry) => !entry.isMethod).map((entry) => entry.line),
    '---functions---',
    ...kept.filter((entry) => entry.isMethod).map((entry) => entry.line),
    '',
  ];
  writeFileSync(new URL(`api-${layer}.tl`, folder), text.join('\n'));
  console.log(`layer ${layer}: ${kept.length} definitions`);
}

const served = readServed();
write(198, entriesOfText(require('telegram/tl/apiTl.js') as string), served);
const json = require('@mtcute/core/tl/api-schema.json') as { l: number; e: JsonEntry[] };
write(
  json.l,
  json.e.map((entry) => entryOf(lineOfJson(entry), entry.kind === 'method')),
  served,
);
