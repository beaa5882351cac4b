import type { Socket } from 'node:net';
import 'telegram';
import { PromisedNetSockets } from 'telegram/extensions/index.js';
import { ConnectionTCPFull } from 'telegram/network/connection/TCPFull.js';
import { checkedCodec } from './frame-codec.ts';

/** Why a link ended: the transport's own error (404, 429, …), or null when the socket just closed. */
export interface LinkLoss {
  transportError: number | null;
}

export interface Link {
  networkSocket: typeof PromisedNetSockets;
  connection: typeof ConnectionTCPFull;
  /** Closes every socket; resolves when they are gone. Nothing is dialled afterwards. */
  close(): Promise<void>;
}

const keepAliveMs = 30_000;

/**
 * The classes through which one client reaches one data centre, and nothing else: the address GramJS asks for is
 * ignored. `isEstablished`: once true, a closed socket is final; before, GramJS may dial again for its handshake.
 */
export function openLink(
  target: { host: string; port: number },
  on: { isEstablished(): boolean; lost(loss: LinkLoss): void },
): Link {
  const sockets = new Set<Socket>();
  let closed = false;

  const track = (socket: Socket): void => {
    sockets.add(socket);
    socket.setNoDelay(true).setKeepAlive(true, keepAliveMs);
    socket.once('close', () => {
      sockets.delete(socket);
      if (!closed && on.isEstablished()) on.lost({ transportError: null });
    });
  };

  class RoutedSocket extends PromisedNetSockets {
    override connect(): Promise<unknown> {
      if (closed) return Promise.reject(new Error('link is closed'));
      const connecting = super.connect(target.port, target.host);
      // GramJS has made the socket by now; the field is private in its types only.
      track((this as unknown as { client: Socket }).client);
      return connecting;
    }
  }

  const codec = checkedCodec((transportError) => {
    if (!closed) on.lost({ transportError });
  });
  class CheckedConnection extends ConnectionTCPFull {
    override PacketCodecClass = codec;
  }

  const close = async (): Promise<void> => {
    closed = true;
    await Promise.all([...sockets].map(destroySocket));
  };

  return { networkSocket: RoutedSocket, connection: CheckedConnection, close };
}

/** With an error, so that a pending connect settles too. */
const destroySocket = (socket: Socket): Promise<void> =>
  new Promise((resolve) => {
    socket.once('close', () => resolve());
    socket.destroy(new Error('link is closed'));
  });
