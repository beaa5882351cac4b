import { hostOperations, WebhookType } from '@botize/contract';
import { describe, expect, it } from 'vitest';
import { testApp } from '../../testing/test-app.ts';

describe('the OpenAPI document', () => {
  it('has every operation of the host, with its scope, its answer and its problems', async () => {
    const { app } = await testApp();
    const document = (await app.inject('/api/v1/openapi.json')).json();
    expect(document.openapi).toBe('3.1.0');
    for (const [id, operation] of Object.entries(hostOperations)) {
      const path = operation.path.replace(':id', '{id}');
      const described = document.paths[path][operation.method.toLowerCase()];
      expect(described).toMatchObject({ operationId: id, security: [{ hostKey: [operation.scope] }] });
      const answers = JSON.stringify(described.responses);
      for (const code of operation.problems) expect(answers).toContain(code);
      expect(described.responses).toHaveProperty(String(operation.status));
    }
    expect(Object.keys(document.webhooks)).toEqual(WebhookType.options);
  });

  it('describes bodies in full, and refers to nothing that is not there', async () => {
    const { app } = await testApp();
    const document = (await app.inject('/api/v1/openapi.json')).json();
    const body = document.paths['/api/v1/connect-links'].post.requestBody.content['application/json'].schema;
    expect(body.required).toEqual(['userId', 'userLabel']);
    expect(body.additionalProperties).toBe(false);
    expect(body.properties.expiresInSeconds).toMatchObject({ type: 'integer', minimum: 30, maximum: 600 });
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref]) => ref);
    expect(new Set(refs)).toEqual(new Set(['#/components/schemas/Problem']));
    expect(document.components.schemas.Problem.properties.code).toMatchObject({ type: 'string' });
  });
});

describe('the rendered reference', () => {
  it('shows every operation under the policy of all pages, without a script or a style in it', async () => {
    const { app } = await testApp();
    const page = await app.inject('/docs');
    expect(page.headers['content-type']).toContain('text/html');
    expect(page.headers['content-security-policy']).not.toContain('unsafe');
    expect(page.body).not.toMatch(/<script|style=|<style/);
    for (const { summary, path } of Object.values(hostOperations)) {
      expect(page.body).toContain(summary);
      expect(page.body).toContain(path);
    }
    expect((await app.inject('/docs/reference.css')).headers['content-type']).toContain('text/css');
  });
});
