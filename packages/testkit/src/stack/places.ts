import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const builtProgram = (path: string): string => {
  const file = fileURLToPath(new URL(`../../../../${path}`, import.meta.url));
  if (!existsSync(file)) throw new Error(`${path} is not built: npm run build`);
  return file;
};

export const serverEntry = (): string => builtProgram('apps/api/dist/main.js');
export const simulatorEntry = (): string => builtProgram('packages/telegram-simulator/dist/main.js');

/** A port on loopback that nobody listens on at the moment. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
