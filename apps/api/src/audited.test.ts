import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requestOf, routeCases } from './testing/route-cases.ts';
import { objects, twoUsers, type TwoUsers } from './testing/two-users.ts';

let server: TwoUsers;
beforeAll(async () => {
  server = await twoUsers();
});
afterAll(() => server.stop());

const actionsOf = async (userId: string) =>
  (await server.vault.activity(userId, null, 100)).map(({ action, actor }) => `${action} by ${actor.kind}`);

const host = async (name: string, of: 'own' | 'foreign' = 'own') => {
  const [method = '', url = ''] = name.split(' ');
  const request = requestOf({ method, url }, routeCases[name] ?? { own: 200 }, of);
  return server.ask({ ...request, headers: { ...request.headers, ...server.keys.host } });
};

describe('the audit of a connection’s owner', () => {
  it('has each look, redemption, release and ending, and none of it is anybody else’s', async () => {
    expect((await host('GET /api/v1/connections/:id')).statusCode).toBe(200);
    expect(await actionsOf('u1')).toEqual(['staff.host_looked by host']);
    expect((await host('POST /api/v1/completions')).statusCode).toBe(200);
    const leased = await host('POST /api/v1/connections/:id/leases');
    expect(leased.statusCode).toBe(201);
    const url = `/api/v1/leases/${leased.json().id}`;
    await server.ask({ method: 'DELETE', url, headers: server.keys.host });
    await host('DELETE /api/v1/connections/:id');
    const actions = await actionsOf('u1');
    const expected = ['connection.redeemed', 'session.leased', 'session.returned', 'connection.disconnected'];
    for (const action of expected) expect(actions).toContain(`${action} by host`);
    expect(actions.indexOf('session.leased by host')).toBeLessThan(actions.indexOf('connection.redeemed by host'));
    expect(await actionsOf('u2')).toEqual([]);
    expect((await server.vault.verifyAudit()).broken).toEqual([]);
  });

  it('can’t be written: then nothing is shown and nothing released', async () => {
    expect((await host('POST /api/v1/completions', 'foreign')).statusCode).toBe(200);
    server.tamper(`update audit_heads set seal = x'00'`);
    for (const name of ['GET /api/v1/connections/:id', 'POST /api/v1/connections/:id/leases']) {
      const answer = await host(name, 'foreign');
      expect(answer.statusCode).toBe(503);
      expect(answer.body).not.toContain(objects.foreign.connection);
      expect(answer.body).not.toContain('session');
    }
  });
});
