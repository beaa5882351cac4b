import { readFileSync } from 'node:fs';
import { parseSchema } from './parse-schema.ts';
import type { Definition } from './parse-schema.ts';

/** The definitions of one layer of the API, or of MTProto itself. */
export interface Schema {
  /** For error messages: `layer 198`, `mtproto`. */
  label: string;
  byName: ReadonlyMap<string, Definition>;
  byId: ReadonlyMap<number, Definition>;
}

export function schemaFromText(label: string, text: string): Schema {
  const byName = new Map<string, Definition>();
  const byId = new Map<number, Definition>();
  for (const definition of parseSchema(text)) {
    if (byName.has(definition.name)) throw new Error(`${label}: ${definition.name} is defined twice`);
    byName.set(definition.name, definition);
    byId.set(definition.id, definition);
  }
  return { label, byName, byId };
}

// The folder lies beside src and dist, so that sources and build output find it by the same relative path.
function load(file: string, label: string): Schema {
  return schemaFromText(label, readFileSync(new URL(`../../schema/${file}`, import.meta.url), 'utf8'));
}

/** Messages of MTProto itself: handshake, containers' contents, service messages. */
export const mtprotoSchema: Schema = load('mtproto.tl', 'mtproto');

/** Ascending. */
export const knownLayers = [198, 227] as const;

const apiSchemas = knownLayers.map((layer) => ({ layer, schema: load(`api-${layer}.tl`, `layer ${layer}`) }));

/** The newest schema that is not newer than the client's layer; the oldest one for clients older than all. */
export function apiSchema(layer: number): Schema {
  const match = apiSchemas.findLast((known) => known.layer <= layer) ?? apiSchemas[0];
  if (!match) throw new Error('No API schema is loaded');
  return match.schema;
}
