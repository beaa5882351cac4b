import type { HostOperation } from '@botize/contract';
import { hostOperations, WebhookEvent, WebhookType } from '@botize/contract';
import type { JsonSchema } from './json-schema.ts';
import { jsonSchemaOf } from './json-schema.ts';
import type { OpenApiDocument } from './openapi-document.ts';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string) => text.replaceAll(/[&<>"]/g, (sign) => escapes[sign] ?? sign);
/** Escaped, with `code` between backticks. */
const prose = (text: string) => escape(text).replaceAll(/`([^`]+)`/g, '<code>$1</code>');

const typeName = (schema: JsonSchema): string => {
  const either = (schema['anyOf'] ?? schema['oneOf']) as JsonSchema[] | undefined;
  if (either) return either.map(typeName).join(' or ');
  if (Array.isArray(schema['enum'])) return schema['enum'].map((value) => JSON.stringify(value)).join(' or ');
  if ('const' in schema) return JSON.stringify(schema['const']);
  if (schema['type'] === 'array') return `list of ${typeName((schema['items'] ?? {}) as JsonSchema)}`;
  return typeof schema['type'] === 'string' ? schema['type'] : 'anything';
};

const limitsOf = (schema: JsonSchema) => {
  const { minimum, maximum } = schema;
  return minimum === undefined && maximum === undefined ? '' : `, ${String(minimum)} to ${String(maximum)}`;
};

const propertiesOf = (schema: JsonSchema): [string, JsonSchema][] => {
  const inner = schema['type'] === 'array' ? ((schema['items'] ?? {}) as JsonSchema) : schema;
  return Object.entries((inner['properties'] ?? {}) as Record<string, JsonSchema>);
};

/** One row a field; those of an object within are written with a dot. */
const rows = (schema: JsonSchema, prefix = ''): string =>
  propertiesOf(schema)
    .map(([name, field]) => {
      const required = ((schema['required'] ?? []) as string[]).includes(name);
      const row = `<tr><td><code>${prefix}${escape(name)}</code></td><td>${escape(typeName(field) + limitsOf(field))}</td><td>${required || prefix !== '' ? '' : 'optional'}</td></tr>`;
      return row + rows(field, `${prefix}${escape(name)}.`);
    })
    .join('\n');

const table = (title: string, schema: JsonSchema) => {
  const body = rows(schema);
  return body === '' ? '' : `<h4>${title}</h4>\n<div class="scroll"><table><tbody>${body}</tbody></table></div>`;
};

const section = (id: string, operation: HostOperation) => {
  const { method, path, summary, detail, scope, query, body, answer, status, problems } = operation;
  const refused = problems.map((code) => `<code>${code}</code>`).join(', ');
  return `<section id="${id}">
<h3>${escape(summary)}</h3>
<p class="line"><b>${method}</b> <code>${path}</code> <span class="scope">scope <code>${scope}</code></span></p>
<p>${prose(detail)}</p>
${query ? table('Query', jsonSchemaOf(query)) : ''}
${body ? table('Body', jsonSchemaOf(body)) : ''}
${answer ? table(`Answer ${status}`, jsonSchemaOf(answer)) : `<p>Answer ${status}, without a body.</p>`}
${refused === '' ? '' : `<p>May be refused with ${refused}.</p>`}
</section>`;
};

const operations = Object.entries(hostOperations) as [string, HostOperation][];

/** The reference as one page without any script: it needs nothing that the policy would have to allow. */
export const referencePage = ({ info, servers }: OpenApiDocument): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(info.title)}</title>
<link rel="stylesheet" href="/docs/reference.css">
</head>
<body>
<nav aria-label="Contents"><ul>
${operations.map(([id, { summary }]) => `<li><a href="#${id}">${escape(summary)}</a></li>`).join('\n')}
<li><a href="#webhooks">Webhooks</a></li>
<li><a href="#problems">Problems</a></li>
</ul></nav>
<main>
<h1>${escape(info.title)}</h1>
<p>${prose(info.description)} Version ${info.version}, at <code>${escape(servers[0]?.url ?? '')}</code>. The same as an
<a href="/api/v1/openapi.json">OpenAPI document</a>.</p>
<p>Every request carries a key: <code>Authorization: Bearer …</code>. A key has scopes, and each operation names its own.</p>
${operations.map(([id, operation]) => section(id, operation)).join('\n')}
<section id="webhooks">
<h3>Webhooks</h3>
<p>${prose('Signed as Standard Webhooks: `webhook-id`, `webhook-timestamp` and `webhook-signature`. Answer with any 2xx within ten seconds; anything else is tried again, ten times within a day, always under the same id.')}</p>
<p>${WebhookType.options.map((type) => `<code>${type}</code>`).join(', ')}</p>
${table('Body', jsonSchemaOf(WebhookEvent))}
</section>
<section id="problems">
<h3>Problems</h3>
<p>${prose('A refusal is `application/problem+json` (RFC 9457) with a `code` to act on and a `requestId` to give to us. Without a known key: 401 `request.key`. With one that lacks the scope: 403 `request.scope`. With a `Retry-After`: wait that long.')}</p>
</section>
</main>
</body>
</html>
`;
