import { STATUS_CODES } from 'node:http';
import type { HostOperation, OwnCode } from '@botize/contract';
import { hostOperations, Problem, WebhookEvent, WebhookType } from '@botize/contract';
import * as z from 'zod/mini';
import { statusOf } from '../../http/status-of.ts';
import { type JsonSchema, jsonSchemaOf } from './json-schema.ts';

export const apiVersion = '1.0.0';

const json = (schema: JsonSchema) => ({ 'application/json': { schema } });
const problemBody = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };

/** May happen to any request of the host. */
const common: readonly OwnCode[] = ['request.key', 'request.scope', 'limit.requests', 'server.busy', 'server.storage'];

const problemsOf = (operation: HostOperation): OwnCode[] => {
  const hasInput = operation.body !== undefined || operation.query !== undefined;
  return [...(hasInput ? (['request.invalid'] as const) : []), ...common, ...operation.problems];
};

const problemAnswers = (operation: HostOperation) => {
  const byStatus = new Map<number, OwnCode[]>();
  for (const code of problemsOf(operation)) {
    const status = statusOf(code);
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return [...byStatus].map(([status, codes]) => [
    String(status),
    { description: codes.map((code) => `\`${code}\``).join(', '), content: problemBody },
  ]);
};

const parametersOf = ({ path, query }: HostOperation) => {
  const id = path.includes('/:id') ? [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }] : [];
  const described =
    query === undefined ? {} : ((jsonSchemaOf(query)['properties'] ?? {}) as Record<string, JsonSchema>);
  const fields = Object.entries(described).map(([name, schema]) => ({ name, in: 'query', required: false, schema }));
  return [...id, ...fields];
};

const describe = (id: string, operation: HostOperation) => {
  const { status, answer, body } = operation;
  const parameters = parametersOf(operation);
  return {
    operationId: id,
    summary: operation.summary,
    description: `${operation.detail}\n\nScope: \`${operation.scope}\`.`,
    security: [{ hostKey: [operation.scope] }],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body === undefined ? {} : { requestBody: { required: true, content: json(jsonSchemaOf(body)) } }),
    responses: {
      [status]: {
        description: STATUS_CODES[status] ?? '',
        ...(answer === null ? {} : { content: json(jsonSchemaOf(answer)) }),
      },
      ...Object.fromEntries(problemAnswers(operation)),
    },
  };
};

const paths = () => {
  const all: Record<string, Record<string, unknown>> = {};
  for (const [id, operation] of Object.entries(hostOperations) as [string, HostOperation][]) {
    const path = operation.path.replaceAll(/:([a-z]+)/gi, '{$1}');
    all[path] = { ...all[path], [operation.method.toLowerCase()]: describe(id, operation) };
  }
  return all;
};

const webhookHeaders = [
  ['webhook-id', 'The same on every try and replay: remember it, to do nothing twice.'],
  ['webhook-timestamp', 'Unix seconds of this try. Refuse what is more than five minutes off.'],
  ['webhook-signature', '`v1,` and base64 of HMAC-SHA256 over `id.timestamp.body`; several with spaces in between.'],
].map(([name, description]) => ({ name, in: 'header', required: true, description, schema: { type: 'string' } }));

const webhooks = () => {
  const post = (type: WebhookType) => ({
    summary: type,
    parameters: webhookHeaders,
    requestBody: { content: json(jsonSchemaOf(z.extend(WebhookEvent, { type: z.literal(type) }))) },
    responses: { '2XX': { description: 'Any 2xx: it arrived. Anything else is tried again, ten times within a day.' } },
  });
  return Object.fromEntries(WebhookType.options.map((type) => [type, { post: post(type) }]));
};

/** OpenAPI 3.1 of the host's API, made from the schemas that also judge the requests. */
export const openApiDocument = (origin: string) => ({
  openapi: '3.1.0',
  info: {
    title: 'Botize Telegram Connect: host API',
    version: apiVersion,
    description: 'For the backend that sends users to the wizard and works with their Telegram sessions afterwards.',
  },
  servers: [{ url: origin }],
  paths: paths(),
  webhooks: webhooks(),
  components: {
    schemas: { Problem: jsonSchemaOf(Problem) },
    securitySchemes: { hostKey: { type: 'http', scheme: 'bearer', description: 'A key of the host, with scopes.' } },
  },
});

export type OpenApiDocument = ReturnType<typeof openApiDocument>;
