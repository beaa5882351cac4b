import Fastify from 'fastify';
import { expect, it } from 'vitest';
import { addQueueCap } from './queue-cap.ts';

const until = async (done: () => boolean) => {
  while (!done()) await new Promise((resolve) => setImmediate(resolve));
};

it('so many at once may ask Telegram; the others are told to come again, and nobody else waits', async () => {
  const app = Fastify();
  addQueueCap(app, 2);
  let release = () => {};
  const answer = new Promise<string>((resolve) => (release = () => resolve('ok')));
  let inside = 0;
  app.post('/api/attempts', async () => ((inside += 1), answer));
  app.get('/api/connections', async () => 'ok');
  const start = async () => (await app.inject({ method: 'POST', url: '/api/attempts' })).statusCode;
  const first = [start(), start()];
  await until(() => inside === 2);
  expect(await start()).toBe(503);
  expect((await app.inject('/api/connections')).statusCode).toBe(200);
  release();
  expect(await Promise.all(first)).toEqual([200, 200]);
  expect(await start()).toBe(200);
  expect(inside).toBe(3);
});
