import cookie from '@fastify/cookie';
import Fastify from 'fastify';
import { expect, it } from 'vitest';
import { createSessionCookie } from './session-cookie.ts';

const id = 'x'.repeat(43);
const other = 'y'.repeat(43);

/** What is read of a request's cookies, and which cookies the answer sets. */
const visit = async (url: string, cookies: Record<string, string>, act: 'read' | 'write' | 'embed' | 'clear') => {
  const app = Fastify();
  await app.register(cookie);
  const jar = createSessionCookie(new URL(url));
  let read: string | null = null;
  app.get('/', async (request, reply) => {
    read = jar.read(request);
    if (act === 'write') jar.write(reply, id);
    if (act === 'embed') jar.write(reply, id, { embedded: true });
    if (act === 'clear') jar.clear(reply);
    return 'ok';
  });
  const answer = await app.inject({ url: '/', cookies });
  return { read, set: [answer.headers['set-cookie'] ?? []].flat(), name: jar.name };
};
const https = 'https://connect.example';
const http = 'http://localhost:3000';
const gone = 'Expires=Thu, 01 Jan 1970 00:00:00 GMT';

it('is for our pages alone, out of reach of scripts, and twelve hours long', async () => {
  const { set, name } = await visit(https, {}, 'write');
  expect(name).toBe('__Host-botize');
  expect(set).toEqual([`__Host-botize=${id}; Max-Age=43200; Path=/; HttpOnly; Secure; SameSite=Lax`]);
  expect((await visit(http, {}, 'write')).set).toEqual([
    `botize_dev=${id}; Max-Age=43200; Path=/; HttpOnly; SameSite=Lax`,
  ]);
});

it('in a frame is another one, kept apart for each site that shows the frame', async () => {
  const frame = 'Max-Age=43200; Path=/; HttpOnly; Secure; Partitioned; SameSite=None';
  expect((await visit(https, {}, 'embed')).set).toEqual([`__Host-botize-frame=${id}; ${frame}`]);
  expect((await visit(http, {}, 'embed')).set).toEqual([`botize_dev_frame=${id}; ${frame}`]);
});

it('takes the place of the other kind', async () => {
  const page = await visit(https, { '__Host-botize-frame': other }, 'write');
  expect(page.set).toHaveLength(2);
  expect(page.set[0]).toContain('__Host-botize-frame=;');
  expect(page.set[0]).toContain(gone);
  const frame = await visit(https, { '__Host-botize': other }, 'embed');
  expect(frame.set.map((one) => one.split(';')[0])).toEqual(['__Host-botize=', `__Host-botize-frame=${id}`]);
});

it('is read only if we can have made it, the page before the frame', async () => {
  expect((await visit(https, { '__Host-botize': id, '__Host-botize-frame': other }, 'read')).read).toBe(id);
  expect((await visit(https, { '__Host-botize-frame': other }, 'read')).read).toBe(other);
  expect((await visit(https, { '__Host-botize': 'planted' }, 'read')).read).toBeNull();
  expect((await visit(https, { botize_dev: id }, 'read')).read).toBeNull();
  expect((await visit(https, {}, 'read')).read).toBeNull();
});

it('is gone after signing out, both kinds', async () => {
  expect((await visit(https, {}, 'clear')).set).toEqual([
    `__Host-botize=; Max-Age=0; Path=/; ${gone}; HttpOnly; Secure; SameSite=Lax`,
  ]);
  const both = await visit(https, { '__Host-botize-frame': id }, 'clear');
  expect(both.set.map((one) => one.split(';')[0])).toEqual(['__Host-botize=', '__Host-botize-frame=']);
});
