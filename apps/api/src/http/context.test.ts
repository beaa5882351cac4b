import { expect, it } from 'vitest';
import { actorOf, hostKeyOf, signedInOf, staffOf } from './context.ts';

const user = { id: 'u1', label: 'Ana', role: 'user' };
const request = (members: object) =>
  ({ id: 'req_1', ip: '192.0.2.1', signedIn: null, hostKey: null, ...members }) as never;

it('who asks is whoever is signed in, at the address they come from', () => {
  const signedIn = { id: 'secret', user, linkId: null };
  expect(signedInOf(request({ signedIn }))).toBe(signedIn);
  expect(actorOf(request({ signedIn }))).toEqual({
    kind: 'user',
    userId: 'u1',
    address: '192.0.2.1',
    requestId: 'req_1',
  });
});

it('a visit by a link carries the link', () => {
  expect(actorOf(request({ signedIn: { user, linkId: 'lnk_1' } }))).toMatchObject({ userId: 'u1', linkId: 'lnk_1' });
});

it('a route that forgot to ask who it is gets nobody', () => {
  expect(() => signedInOf(request({}))).toThrow('session.none');
  expect(() => actorOf(request({}))).toThrow('session.none');
  expect(() => staffOf(request({}))).toThrow('session.none');
  expect(() => hostKeyOf(request({}))).toThrow('request.key');
  const hostKey = { id: 'key', name: 'k', scopes: [] };
  expect(hostKeyOf(request({ hostKey }))).toBe(hostKey);
});

it('a member of staff is known by id and address', () => {
  expect(staffOf(request({ signedIn: { user: { id: 's1', role: 'support' } } }))).toEqual({
    id: 's1',
    address: '192.0.2.1',
  });
});
