import { describe, expect, test } from 'vitest';
import { attemptId, connectionId } from '../testing/fixtures.ts';
import { testApp } from '../testing/test-app.ts';

const consent = { version: '2026-11' };
const credentials = { apiId: 12345, apiHash: '0123456789abcdef0123456789abcdef' };

describe('a server on a restored database', () => {
  test.each([
    ['POST', '/api/attempts', { credentials, consent }],
    ['POST', `/api/attempts/${attemptId}/commands`, { revision: 1, type: 'show_qr' }],
    ['POST', `/api/connections/${connectionId}/check`, undefined],
    ['DELETE', `/api/connections/${connectionId}`, undefined],
  ] as const)('refuses %s %s, which would ask Telegram', async (method, url, payload) => {
    const { ask } = await testApp({ dials: false });
    const answer = await ask({ method, url, ...(payload === undefined ? {} : { payload }) });
    expect([answer.statusCode, answer.json().code]).toEqual([503, 'server.not_dialling']);
    expect(answer.headers['retry-after']).toBeDefined();
  });

  test('hands no session to the host either', async () => {
    const { app } = await testApp({ dials: false });
    const url = `/api/v1/connections/${connectionId}/leases`;
    const headers = { authorization: 'Bearer host-key' };
    const answer = await app.inject({ method: 'POST', url, headers, payload: { holder: 'worker', seconds: 60 } });
    expect([answer.statusCode, answer.json().code]).toEqual([503, 'server.not_dialling']);
  });

  test('answers what it knows, and says why it is not ready', async () => {
    const { ask } = await testApp({ dials: false });
    expect((await ask({ url: '/api/connections' })).statusCode).toBe(200);
    const ready = await ask({ url: '/readyz' });
    expect([ready.statusCode, ready.json().code]).toEqual([503, 'server.not_dialling']);
  });
});
