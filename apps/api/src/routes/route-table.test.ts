import { hostOperations } from '@botize/contract';
import { expect, it } from 'vitest';
import { methodsAt, routeTable, rowOf, type RouteRow } from './route-table.ts';

const nameOf = ({ method, url }: Pick<RouteRow, 'method' | 'url'>) => `${method} ${url}`;
const isForStaff = ({ url }: RouteRow) => url.startsWith('/api/support/');
const rows = routeTable.filter((row) => !isForStaff(row));
const names = (which: (row: RouteRow) => boolean) => rows.filter(which).map(nameOf).toSorted();

it('without signing in there is nothing but the page, its health, what it is, and the way in and out', () => {
  expect(names(({ who }) => who === 'anyone')).toEqual(
    [
      'GET /*',
      'GET /docs',
      'GET /docs/reference.css',
      'GET /healthz',
      'GET /readyz',
      'GET /api/meta',
      'GET /api/v1/openapi.json',
      'POST /api/session',
      'DELETE /api/session',
    ].toSorted(),
  );
  expect(names(({ who }) => who === 'signed_in')).toEqual(['GET /api/session']);
});

it('what belongs to a user is for users', () => {
  expect(names(({ who }) => who === 'user')).toEqual(
    [
      'POST /api/session/return',
      'POST /api/attempts',
      'GET /api/attempts/current',
      'POST /api/attempts/:id/commands',
      'DELETE /api/attempts/:id',
      'GET /api/attempts/:id/events',
      'GET /api/connections',
      'GET /api/connections/:id',
      'POST /api/connections/:id/check',
      'DELETE /api/connections/:id',
      'GET /api/connections/:id/activity',
      'GET /api/activity',
      'DELETE /api/users/me',
    ].toSorted(),
  );
});

it('what is for staff is for nobody else, and nothing else is theirs', () => {
  const forStaff = routeTable.filter(isForStaff);
  expect(forStaff.map(nameOf).toSorted()).toEqual(
    [
      'GET /api/support/events',
      'GET /api/support/looks',
      'GET /api/support/overview',
      'GET /api/support/users/:id',
      'GET /api/support/users/:id/events',
      'POST /api/support/attempts/:id/end',
      'POST /api/support/connections/:id/checks',
      'POST /api/support/searches',
      'POST /api/support/users/:id/limits/clear',
      'POST /api/support/users/:id/links',
    ].toSorted(),
  );
  expect(new Set(forStaff.map(({ who }) => who))).toEqual(new Set(['support']));
  const asking = forStaff.filter(({ asksTelegram }) => asksTelegram === true).map(nameOf);
  expect(asking).toEqual(['POST /api/support/connections/:id/checks', 'POST /api/support/attempts/:id/end']);
  expect(names(({ who }) => who === 'support')).toEqual([]);
  expect(names(({ who }) => who === 'operator')).toEqual(['GET /metrics']);
});

it('each operation of the host needs the scope that the contract says', () => {
  const scopes = rows.flatMap((row) => (row.who === 'host' ? [[nameOf(row), row.scope]] : []));
  const contract = Object.values(hostOperations).map(({ method, path, scope }) => [`${method} ${path}`, scope]);
  expect(scopes).toEqual(contract);
});

it('counts by address what begins something, and caps what asks Telegram', () => {
  expect(names(({ budget }) => budget === 'sign_in')).toEqual(['POST /api/session']);
  expect(names(({ budget }) => budget === 'start')).toEqual(['POST /api/attempts']);
  expect(names(({ budget }) => budget !== undefined)).toHaveLength(2);
  expect(names(({ asksTelegram }) => asksTelegram === true)).toEqual(
    [
      'POST /api/attempts',
      'POST /api/attempts/:id/commands',
      'DELETE /api/attempts/:id',
      'POST /api/connections/:id/check',
      'DELETE /api/connections/:id',
      'DELETE /api/users/me',
      'DELETE /api/v1/connections/:id',
      'DELETE /api/v1/users/:id',
    ].toSorted(),
  );
});

it('finds the row of a route, for HEAD too, and none for anything else', () => {
  expect(rowOf('GET', '/api/connections')).toMatchObject({ who: 'user', method: 'GET' });
  expect(rowOf('HEAD', '/api/connections')).toBe(rowOf('GET', '/api/connections'));
  expect(rowOf('POST', '/api/connections')).toBeNull();
  expect(rowOf('GET', '/api/connections/con_1')).toBeNull();
  expect(rowOf('GET', undefined)).toBeNull();
});

it('knows which methods an address under /api has', () => {
  expect(methodsAt('/api/connections/con_1')).toEqual(['GET', 'DELETE']);
  expect(methodsAt('/api/session')).toEqual(['POST', 'GET', 'DELETE']);
  expect(methodsAt('/api/attempts/att_1/commands')).toEqual(['POST']);
  for (const nothing of [
    '/api',
    '/api/connections/',
    '/api/connections/a/b',
    '/x/api/session',
    '/api/session/x',
    '/healthz',
  ])
    expect(methodsAt(nothing), nothing).toEqual([]);
});
