import { request } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { SelfSigned } from './self-signed.ts';

export interface TlsProxy {
  port: number;
  /** Where what arrives goes from now on: a port on loopback that speaks plain http. */
  leadTo(port: number): void;
  /** The next answer to this, as `POST /path`, never reaches who asked. Resolves once it is lost. */
  loseNextAnswer(request: string): Promise<void>;
  stop(): void;
}

/** What stands before the server in production: it ends TLS and says for whom it speaks. */
export const startTlsProxy = async (certificate: SelfSigned): Promise<TlsProxy> => {
  let target = 0;
  let losing: { request: string; lost: () => void } | null = null;
  const server = createServer(certificate, (incoming, outgoing) => {
    const headers = {
      ...incoming.headers,
      'x-forwarded-for': incoming.socket.remoteAddress,
      'x-forwarded-host': incoming.headers.host,
      'x-forwarded-proto': 'https',
    };
    const { method, url: path } = incoming;
    const onward = request({ host: '127.0.0.1', port: target, method, path, headers }, (answer) => {
      if (losing?.request === `${method} ${path}`) {
        outgoing.destroy();
        losing.lost();
        losing = null;
        return;
      }
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.once('error', () => outgoing.destroy());
    outgoing.once('close', () => onward.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    leadTo: (port) => {
      target = port;
    },
    loseNextAnswer: (asked) =>
      new Promise((resolve) => {
        losing = { request: asked, lost: resolve };
      }),
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
