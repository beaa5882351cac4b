import { describe, expect, it } from 'vitest';
import { testApp } from '../testing/test-app.ts';

const token = 'token-of-whoever-watches-0123456789';
const read = async (settings: object, request: object = {}) => {
  const { app } = await testApp({ settings });
  const answer = await app.inject({ url: '/metrics', ...request });
  return [answer.statusCode, answer.headers['content-type'], answer.headers['cache-control']];
};
const given = [200, 'text/plain; version=0.0.4; charset=utf-8', 'no-store'];
const nothing = [404, 'application/problem+json', 'no-store'];
const refused = [401, 'application/problem+json', 'no-store'];

describe('the metrics without a token', () => {
  it('are for programs on this machine', async () => {
    expect(await read({})).toEqual(given);
    expect(await read({}, { remoteAddress: '::ffff:127.0.0.1', headers: { host: '[::1]:3000' } })).toEqual(given);
  });

  it.each([
    ['from another machine', {}, { remoteAddress: '10.0.0.7' }],
    ['through a proxy on this machine', {}, { headers: { 'x-forwarded-for': '127.0.0.1' } }],
    ['under another name, as a page with a rebound name would ask', {}, { headers: { host: 'evil.example' } }],
    ['where a proxy is known to stand before the server', { trustProxy: 1 }, {}],
  ])('are not there %s', async (_name, settings, request) => {
    expect(await read(settings, request)).toEqual(nothing);
  });
});

it.each(['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'])(
  'the metrics are not there for whoever comes with the header %s',
  async (header) => {
    expect(await read({}, { headers: { [header]: 'x' } })).toEqual(nothing);
  },
);

describe('the metrics with a token', () => {
  const headers = (authorization: string) => ({ headers: { authorization }, remoteAddress: '10.0.0.7' });

  it('are for whoever has it, from anywhere', async () => {
    expect(await read({ metricsToken: token, trustProxy: 1 }, headers(`Bearer ${token}`))).toEqual(given);
  });

  it.each(['Bearer other', `Basic ${token}`, `Bearer ${token}x`, ''])('are not for "%s"', async (authorization) => {
    expect(await read({ metricsToken: token }, headers(authorization))).toEqual(refused);
    expect(await read({ metricsToken: token }, { headers: { authorization } })).toEqual(refused);
    const { app } = await testApp({ settings: { metricsToken: token } });
    const answer = await app.inject({ url: '/metrics', headers: { authorization } });
    expect(answer.headers['www-authenticate']).toBe('Bearer');
  });
});
