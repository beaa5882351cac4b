import type * as contract from '@botize/contract';
import { hostOperations } from '@botize/contract';
import type * as client from '@botize/telegram-connect';
import { createConnect } from '@botize/telegram-connect';
import { afterEach, describe, expect, expectTypeOf, it, vi } from 'vitest';
import { testApp } from './testing/test-app.ts';

describe('the types of the client', () => {
  it('are those of the contract', () => {
    expectTypeOf<client.ConnectLink>().toEqualTypeOf<contract.ConnectLink>();
    expectTypeOf<client.Completion>().toEqualTypeOf<contract.Completion>();
    expectTypeOf<client.Connection>().toEqualTypeOf<contract.HostConnection>();
    expectTypeOf<client.Page<client.Connection>>().toEqualTypeOf<contract.HostConnectionList>();
    expectTypeOf<client.SessionLease>().toEqualTypeOf<contract.SessionLease>();
    expectTypeOf<client.RenewedLease>().toEqualTypeOf<contract.RenewedLease>();
    expectTypeOf<client.LeaseRequest>().toEqualTypeOf<contract.RequestLease>();
    expectTypeOf<client.WebhookEvent>().toEqualTypeOf<contract.WebhookEvent>();
    expectTypeOf<client.Delivery>().toEqualTypeOf<contract.WebhookDelivery>();
    expectTypeOf<client.ConnectLinkRequest>().toExtend<contract.CreateConnectLink>();
  });
});

describe('the requests of the client', () => {
  afterEach(() => vi.unstubAllGlobals());
  const connect = createConnect({ url: 'http://localhost:3000', apiKey: 'host-key' });
  const requests: Record<contract.HostOperationId, () => Promise<unknown>> = {
    createConnectLink: () => connect.createConnectLink({ userId: 'u1', userLabel: 'Ana' }),
    redeemCode: () => connect.complete('A'.repeat(43), 'u1'),
    listConnections: () => connect.connections.list({ userId: 'u1', status: 'connected', cursor: 'con_1' }),
    getConnection: () => connect.connections.get('con_1'),
    disconnect: () => connect.connections.disconnect('con_1'),
    eraseUser: () => connect.users.erase('u1'),
    leaseSession: () => connect.leases.take('con_1', { holder: 'tests', seconds: 60 }),
    renewLease: () => connect.leases.renew('lse_1'),
    releaseLease: () => connect.leases.release('lse_1'),
    reportError: () => connect.leases.report('lse_1', 'AUTH_KEY_UNREGISTERED'),
    listDeliveries: () => connect.deliveries.list({ cursor: '1' }),
    replayDelivery: () => connect.deliveries.replay('evt_1'),
  };

  it.each(Object.entries(requests))('%s is one of the OpenAPI document, and its body passes', async (id, send) => {
    const { app } = await testApp();
    const document = (await app.inject('/api/v1/openapi.json')).json();
    const sent: { method: string; pathname: string; status: number }[] = [];
    vi.stubGlobal('fetch', async (url: URL, init: RequestInit) => {
      const { method = 'GET', headers, body } = init;
      const answer = await app.inject({
        method: method as 'GET',
        url: url.pathname + url.search,
        headers: headers as Record<string, string>,
        ...(typeof body === 'string' ? { payload: body } : {}),
      });
      sent.push({ method, pathname: url.pathname, status: answer.statusCode });
      return new Response(answer.statusCode === 204 ? null : answer.body, { status: answer.statusCode });
    });
    await send().catch(() => undefined);
    const [request] = sent;
    const operation = hostOperations[id as contract.HostOperationId];
    const path = operation.path.replace(':id', '{id}');
    expect(document.paths[path][operation.method.toLowerCase()].operationId).toBe(id);
    const pattern = new RegExp(`^${operation.path.replace(':id', '[^/]+')}$`);
    expect([request?.method, request?.pathname]).toEqual([operation.method, expect.stringMatching(pattern)]);
    expect([400, 401, 403, 405, 415, 500]).not.toContain(request?.status);
  });
});
