import { hostOperations, HostScope, Problem, type HostOperation } from '@botize/contract';
import { describe, expect, it } from 'vitest';
import { testApp } from '../testing/test-app.ts';
import { connectionId } from '../testing/fixtures.ts';

const operations = Object.entries(hostOperations).map(([id, operation]) => ({ id, ...(operation as HostOperation) }));
const urlOf = ({ path }: HostOperation) => path.replace(':id', connectionId);

describe('the host API', () => {
  it.each(operations)('$id needs a key, whoever is signed in', async (operation) => {
    const { app, signIn } = await testApp();
    const cookie = await signIn();
    for (const headers of [{}, { cookie }, { authorization: 'Bearer other' }, { authorization: 'Basic host-key' }]) {
      const answer = await app.inject({ method: operation.method, url: urlOf(operation), headers });
      expect([answer.statusCode, Problem.parse(answer.json()).code]).toEqual([401, 'request.key']);
    }
  });

  it.each(operations)('$id needs its scope, and no other will do', async (operation) => {
    const scopes = HostScope.options.filter((scope) => scope !== operation.scope);
    const { app } = await testApp({ keyOf: async () => ({ id: 'k', name: 'k', scopes }) });
    const headers = { authorization: 'Bearer any' };
    const answer = await app.inject({ method: operation.method, url: urlOf(operation), headers });
    expect([answer.statusCode, Problem.parse(answer.json()).code]).toEqual([403, 'request.scope']);
  });

  it.each(operations.filter(({ body }) => body !== undefined))('$id judges its body', async (operation) => {
    const { app } = await testApp();
    const headers = { authorization: 'Bearer host-key' };
    for (const payload of [{}, { surprise: 1 }]) {
      const answer = await app.inject({ method: operation.method, url: urlOf(operation), headers, payload });
      expect([answer.statusCode, Problem.parse(answer.json()).code]).toEqual([400, 'request.invalid']);
    }
  });

  it('is of no use to somebody who only has the page of a user', async () => {
    const { app } = await testApp();
    const answer = await app.inject({ url: '/api/attempts/current', headers: { authorization: 'Bearer host-key' } });
    expect(answer.json().code).toBe('session.none');
  });
});
