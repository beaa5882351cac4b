import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedWebhook {
  headers: IncomingHttpHeaders;
  body: string;
}

/** A host's address for webhooks. It answers with `status()`, and keeps what came. */
export const startWebhookReceiver = async (status: () => number = () => 204) => {
  const received: ReceivedWebhook[] = [];
  const waiting = new Set<() => void>();
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => {
      received.push({ headers: request.headers, body });
      response.writeHead(status()).end();
      for (const wake of waiting) wake();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const types = () => received.map(({ body }) => String(JSON.parse(body).type));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks`,
    received,
    types,
    /** Resolves as soon as one of this type has come, the `count`-th one. */
    waitFor: (type: string, count = 1) =>
      new Promise<ReceivedWebhook>((resolve) => {
        const look = () => {
          const found = received.filter(({ body }) => JSON.parse(body).type === type)[count - 1];
          if (!found) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
};
