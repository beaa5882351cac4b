import { expect, it } from 'vitest';
import { isApi, isHostApi, isPublic, pathOf, withReadablePath } from './paths.ts';

it.each([
  ['/api/meta?x=1?y', '/api/meta'],
  ['/', '/'],
  ['?x', ''],
])('the path of %s is %s', (url, path) => {
  expect(pathOf(url)).toBe(path);
});

it.each([
  ['/api', { api: true, host: false, kept: false }],
  ['/api/meta', { api: true, host: false, kept: false }],
  ['/api/v1', { api: true, host: true, kept: false }],
  ['/api/v1/connections', { api: true, host: true, kept: false }],
  ['/api/v12', { api: true, host: false, kept: false }],
  ['/x/api/v1/', { api: false, host: false, kept: true }],
  ['/apis', { api: false, host: false, kept: true }],
  ['/healthz', { api: false, host: false, kept: false }],
  ['/readyz', { api: false, host: false, kept: false }],
  ['/connect', { api: false, host: false, kept: true }],
])('%s is %j', (path, { api, host, kept }) => {
  expect({ api: isApi(path), host: isHostApi(path), kept: isPublic(path) }).toEqual({ api, host, kept });
});

it('a path that cannot be read names nothing, and its query stays', () => {
  expect(withReadablePath('/api/connections/%41?x=%zz')).toBe('/api/connections/%41?x=%zz');
  expect(withReadablePath('/api/%zz/%41?x=%zz')).toBe('/api/%25zz/%2541?x=%zz');
});
