import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import type { DataCenter } from '../network.ts';

/** Stands before a data centre and counts the connections that are open. */
export interface Relay {
  address: DataCenter;
  open(): number;
  /** How many have ever been made. */
  dialled(): number;
  close(): Promise<void>;
}

export async function startRelay(target: DataCenter): Promise<Relay> {
  const sockets = new Set<Socket>();
  let dialled = 0;
  const server = createServer((socket) => {
    dialled += 1;
    sockets.add(socket);
    const onward = connect(target.port, target.host);
    socket.on('error', () => {}).pipe(onward);
    onward.on('error', () => {}).pipe(socket);
    onward.once('close', () => socket.destroy());
    socket.once('close', () => {
      sockets.delete(socket);
      onward.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: { id: target.id, host: '127.0.0.1', port },
    open: () => sockets.size,
    dialled: () => dialled,
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}
