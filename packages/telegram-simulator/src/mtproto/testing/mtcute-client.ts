import { MemoryStorage, TelegramClient } from '@mtcute/node';
import type { TelegramTransport } from '@mtcute/node';
import { NodeCryptoProvider, addPublicKey } from '@mtcute/node/utils.js';
import type { RsaKey } from '../crypto/rsa-key.ts';
import type { DataCentreAddress } from '../data-centres.ts';

export interface MtcuteOptions {
  address: DataCentreAddress;
  key: RsaKey;
  /** An earlier client's, to use its auth key again. */
  storage?: MemoryStorage;
  transport?: TelegramTransport;
  withUpdates?: boolean;
}

/** An unmodified client of mtcute for one data centre. */
export async function mtcuteClient({
  address,
  key,
  storage,
  transport,
  withUpdates = false,
}: MtcuteOptions): Promise<TelegramClient> {
  const crypto = new NodeCryptoProvider();
  await crypto.initialize?.();
  addPublicKey(crypto, key.publicPkcs1Pem);
  const dc = { id: address.id, ipAddress: address.host, port: address.port };
  return new TelegramClient({
    apiId: 12345,
    apiHash: '0123456789abcdef0123456789abcdef',
    storage: storage ?? new MemoryStorage(),
    defaultDcs: { main: dc, media: dc },
    logLevel: 0,
    disableUpdates: !withUpdates,
    ...(transport ? { transport } : {}),
  });
}
