import { messageCodes } from '@botize/contract';
import * as z from 'zod/mini';

export type JsonSchema = Record<string, unknown>;

/** A schema of the contract as JSON Schema. The codes are the only kind that zod can't describe by itself. */
export const jsonSchemaOf = (schema: z.ZodMiniType): JsonSchema => {
  const { $schema: _, ...described } = z.toJSONSchema(schema, {
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema._zod.def.type === 'custom')
        Object.assign(jsonSchema, { type: 'string', examples: [messageCodes[0]] });
    },
  });
  return described;
};
