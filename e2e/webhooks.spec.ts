import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { startStack, waitUntil } from '@botize/testkit/stack';
import { credentials } from './fixtures.ts';

const apiKey = 'key-of-the-webhook-test-0123456789';
const phone = '+34699100001';

test('a webhook survives kill -9 in the middle of its delivery: it comes again, under the same id', async () => {
  const received: { id: string; body: string; response: ServerResponse }[] = [];
  const receiver = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => received.push({ id: String(request.headers['webhook-id']), body, response }));
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const stack = await startStack({
    env: {
      HOST_API_KEY: apiKey,
      WEBHOOK_URL: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`,
      WEBHOOK_SECRET: `whsec_${Buffer.alloc(32, 3).toString('base64')}`,
    },
  });
  const arrival = (count: number) =>
    waitUntil(
      () => received[count - 1] ?? null,
      40_000,
      () => `${received.length} webhooks came`,
    );
  try {
    await stack.control.person({ phone, firstName: 'Ana', dcId: 2 });
    await connect(stack.url, () =>
      waitUntil(
        () => stack.control.code(phone),
        20_000,
        () => 'no code',
      ),
    );
    const first = await arrival(1);
    await stack.killServer('SIGKILL');
    await stack.startServer();
    const second = await arrival(2);
    expect([second.id, second.body]).toEqual([first.id, first.body]);
    expect(JSON.parse(second.body).type).toBe('connection.connected');
    second.response.writeHead(204).end();
    const delivery = await waitUntil(
      async () => {
        const { items } = await host(stack.url, '/deliveries');
        return items[0].status === 'delivered' ? items[0] : null;
      },
      10_000,
      () => 'it was never noted as delivered',
    );
    expect(delivery).toMatchObject({ id: first.id, attempts: 1 });
  } finally {
    receiver.closeAllConnections();
    receiver.close();
    await stack.stop();
  }
});

const host = async (url: string, path: string) => {
  const answer = await fetch(`${url}/api/v1${path}`, { headers: { authorization: `Bearer ${apiKey}` } });
  return answer.json();
};

/** What the wizard does for somebody, in as few requests as there can be. */
const connect = async (url: string, code: () => Promise<string>) => {
  let cookie = '';
  const post = async (path: string, body: object) => {
    const headers = { origin: url, cookie, 'content-type': 'application/json' };
    const answer = await fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    cookie = answer.headers.get('set-cookie')?.split(';', 1)[0] ?? cookie;
    return answer.json();
  };
  await post('/api/session', { dev: { userId: 'webhooks' } });
  const pair = { apiId: Number(credentials.apiId), apiHash: credentials.apiHash };
  const { id } = await post('/api/attempts', { credentials: pair, consent: { version: '2026-11' } });
  const sent = await post(`/api/attempts/${id}/commands`, { revision: 0, type: 'submit_phone', phone });
  const { revision } = sent;
  const done = await post(`/api/attempts/${id}/commands`, { revision, type: 'submit_code', code: await code() });
  expect(done.state.step).toBe('connected');
};
