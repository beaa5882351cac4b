import type { FastifySchemaCompiler } from 'fastify';
import type { core } from 'zod/mini';
import * as z from 'zod/mini';
import { fieldErrorsOf } from './field-errors.ts';
import { RequestProblem } from './request-problem.ts';

/** Fastify asks for one validator a schema; ours answers with the parsed value or the problem. */
export const validatorCompiler: FastifySchemaCompiler<core.$ZodType> =
  ({ schema }) =>
  (value: unknown) => {
    const parsed = z.safeParse(schema, value);
    if (parsed.success) return { value: parsed.data };
    return { error: new RequestProblem('request.invalid', { errors: fieldErrorsOf(parsed.error.issues, value) }) };
  };
