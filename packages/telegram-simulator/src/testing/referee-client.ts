import { MemoryStorage, TelegramClient } from '@mtcute/node';
import { NodeCryptoProvider, addPublicKey } from '@mtcute/node/utils.js';
import type { SimulatedNetwork } from '../network.ts';

/** mtcute knows nothing of this simulator: what it accepts as Telegram is close enough to Telegram. */
export async function refereeClient(
  network: SimulatedNetwork,
  storage = new MemoryStorage(),
): Promise<{ client: TelegramClient; storage: MemoryStorage }> {
  const crypto = new NodeCryptoProvider();
  await crypto.initialize?.();
  addPublicKey(crypto, network.publicKeys[0] ?? '');
  const home = network.dataCenters.find(({ id }) => id === network.defaultDataCenter);
  if (!home) throw new Error('The network has no default data centre');
  const dc = { id: home.id, ipAddress: home.host, port: home.port };
  const client = new TelegramClient({
    apiId: 12_345,
    apiHash: '0123456789abcdef0123456789abcdef',
    storage,
    defaultDcs: { main: dc, media: dc },
    logLevel: 0,
    initConnectionOptions: { deviceModel: 'Referee' },
  });
  return { client, storage };
}
