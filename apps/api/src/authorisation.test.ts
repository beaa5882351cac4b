import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RouteRow } from './routes/route-table.ts';
import { routeTable } from './routes/route-table.ts';
import { requestOf, routeCases, type RouteCase } from './testing/route-cases.ts';
import { objects, roles, twoUsers, type Caller, type Ownership, type TwoUsers } from './testing/two-users.ts';

const keyOf = (row: RouteRow) => `${row.method} ${row.url}`;
const rows = routeTable.map((row) => ({ row, name: keyOf(row), routeCase: routeCases[keyOf(row)] }));

interface Refused {
  status: number;
  code: string;
}

/** Who is turned away at the door, whatever they ask about; null for those who get in. */
const refusalOf = (row: RouteRow, caller: Caller): Refused | null => {
  if (row.who === 'anyone') return null;
  if (row.who === 'operator') return caller === 'operator' ? null : { status: 401, code: 'request.key' };
  if (row.who === 'host') {
    if (caller === 'host') return null;
    if (caller === 'host_without_scope') return { status: 403, code: 'request.scope' };
    return { status: 401, code: 'request.key' };
  }
  const isStaff = caller === 'support' || caller === 'staff_namesake';
  if (!isStaff && caller !== 'user' && caller !== 'other_user') return { status: 401, code: 'session.none' };
  const isTheirs = row.who === 'signed_in' || (row.who === 'support') === isStaff;
  return isTheirs ? null : { status: 403, code: 'session.forbidden' };
};

/** Somebody whom a route is for. */
const callerOf = ({ who }: RouteRow): Caller => (who === 'anyone' || who === 'signed_in' ? 'user' : who);

const ask = async (
  server: TwoUsers,
  { row, routeCase }: { row: RouteRow; routeCase: RouteCase },
  by: Caller,
  of: Ownership,
) => {
  const request = requestOf(row, routeCase, of);
  const headers = await server.headersOf[by](row.who === 'host' ? row.scope : null);
  return server.ask({ ...request, headers: { ...request.headers, ...headers } });
};

const isOwned = (routeCase: RouteCase) => routeCase.id !== undefined || routeCase.bodyOwned === true;
const ownershipsOf = (routeCase: RouteCase): Ownership[] =>
  isOwned(routeCase) ? ['own', 'foreign', 'absent'] : ['own'];

/** The body without what differs from request to request. */
const sameEachTime = (body: string) => body.replace(/"requestId":"[^"]*"/, '');

it('every route has its case, and every case its route', () => {
  expect(Object.keys(routeCases).toSorted()).toEqual(routeTable.map(keyOf).toSorted());
});

describe('who may not, gets nothing and changes nothing:', () => {
  let server: TwoUsers;
  beforeAll(async () => {
    server = await twoUsers();
  });
  afterAll(() => server.stop());

  const refusals = rows.flatMap(({ row, name, routeCase }) =>
    roles.flatMap((caller) => {
      const refused = refusalOf(row, caller);
      return refused === null || routeCase === undefined ? [] : [{ row, name, routeCase, caller, refused }];
    }),
  );

  it.each(refusals)('$name by $caller', async ({ row, routeCase, caller, refused }) => {
    const before = server.belongings();
    const bodies = new Set<string>();
    for (const of of ownershipsOf(routeCase)) {
      const answer = await ask(server, { row, routeCase }, caller, of);
      expect(answer.statusCode, of).toBe(refused.status);
      expect(answer.json().code, of).toBe(refused.code);
      bodies.add(sameEachTime(answer.body));
    }
    expect(bodies.size, 'the answer says what there is').toBe(1);
    expect(server.belongings()).toBe(before);
  });

  it.each(rows.filter(({ row, routeCase }) => row.who === 'user' && routeCase && isOwned(routeCase)))(
    "$name, for what is another's, as for what does not exist",
    async ({ row, routeCase }) => {
      if (!routeCase) throw new Error('no case');
      const before = server.belongings();
      const [foreign, absent] = [
        await ask(server, { row, routeCase }, 'user', 'foreign'),
        await ask(server, { row, routeCase }, 'user', 'absent'),
      ];
      expect(foreign.statusCode).toBe(routeCase.absent ?? 404);
      expect(absent.statusCode).toBe(foreign.statusCode);
      expect(sameEachTime(foreign.body)).toBe(sameEachTime(absent.body));
      const names = (headers: object) => Object.keys(headers).toSorted();
      expect(names(foreign.headers)).toEqual(names(absent.headers));
      expect(server.belongings()).toBe(before);
    },
  );

  it.each(rows.filter(({ row }) => row.method !== 'GET' && !row.url.startsWith('/api/v1/')))(
    '$name from a page that is not ours',
    async ({ row, routeCase }) => {
      if (!routeCase) throw new Error('no case');
      const before = server.belongings();
      const { cookie = '' } = await server.headersOf.user(null);
      const request = requestOf(row, routeCase, 'own');
      for (const origin of [undefined, 'null', '', 'https://evil.example', 'http://localhost:3000.evil.example']) {
        const { origin: _, ...headers } = request.headers;
        const answer = await server.ask({
          ...request,
          headers: { ...headers, cookie, ...(origin === undefined ? {} : { origin }) },
        });
        expect(answer.statusCode, origin).toBe(403);
        expect(answer.json().code).toBe('request.origin');
      }
      expect(server.belongings()).toBe(before);
    },
  );

  it.each(rows.filter(({ routeCase }) => routeCase?.body))(
    '$name with a body that is no JSON',
    async ({ row, routeCase }) => {
      if (!routeCase) throw new Error('no case');
      const before = server.belongings();
      const headers = await server.headersOf[callerOf(row)](null);
      const request = requestOf(row, routeCase, 'own');
      for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
        const answer = await server.ask({ ...request, headers: { ...headers, 'content-type': type } });
        expect(answer.statusCode, type).toBe(415);
      }
      expect(server.belongings()).toBe(before);
    },
  );
});

describe('who may, gets what is theirs:', () => {
  const allowed = rows.flatMap(({ row, name, routeCase }) => {
    const caller = callerOf(row);
    return routeCase && row.url !== '/*' && !row.url.endsWith('/events') ? [{ row, name, routeCase, caller }] : [];
  });
  it.each(allowed)('$name by $caller', async ({ row, routeCase, caller }) => {
    const server = await twoUsers();
    try {
      const answer = await ask(server, { row, routeCase }, caller, 'own');
      expect(answer.statusCode, answer.body).toBe(routeCase.own);
      expect(answer.headers['x-content-type-options']).toBe('nosniff');
      expect(answer.headers['content-security-policy']).not.toContain('unsafe-inline');
      if (row.url.startsWith('/api/')) expect(answer.headers['cache-control']).toBe('no-store');
    } finally {
      await server.stop();
    }
  });
});

it.each(['/api/connections', '/api/activity', '/api/attempts/current', '/api/session'])(
  'GET %s shows nothing of anybody else',
  async (url) => {
    const server = await twoUsers();
    try {
      for (const [caller, theirs] of [
        ['user', objects.foreign],
        ['other_user', objects.own],
      ] as const) {
        const answer = await server.ask({ method: 'GET', url, headers: await server.headersOf[caller](null) });
        expect(answer.statusCode).toBe(200);
        for (const id of Object.values(theirs)) expect(answer.body).not.toContain(id);
      }
    } finally {
      await server.stop();
    }
  },
);
