import type { TelegramClient } from 'telegram';
import type { SessionLease } from './types.ts';

/** A Telegram network of one's own, as the file of the simulator describes it; real Telegram needs none. */
export interface TelegramNetwork {
  dataCenters: readonly { id: number; host: string; port: number }[];
}

/** Connects a GramJS client with a leased session. Whoever calls destroys it. Loaded only when first used. */
export async function openTelegram(lease: SessionLease, network: TelegramNetwork | null): Promise<TelegramClient> {
  const [{ Logger, TelegramClient }, { StringSession }, { PromisedNetSockets }, { LogLevel }] = await Promise.all([
    import('telegram'),
    import('telegram/sessions/index.js'),
    import('telegram/extensions/index.js'),
    import('telegram/extensions/Logger.js'),
  ]);
  const dataCenter = network?.dataCenters.find(({ id }) => id === lease.dcId);
  if (network !== null && dataCenter === undefined) throw new Error(`the network has no data centre ${lease.dcId}`);

  /** GramJS only knows ports 80 and 443. */
  class RoutedSocket extends PromisedNetSockets {
    override connect(port: number, host: string): Promise<unknown> {
      return super.connect(dataCenter?.port ?? port, dataCenter?.host ?? host);
    }
  }
  const client = new TelegramClient(new StringSession(lease.session), lease.apiId, lease.apiHash, {
    baseLogger: new Logger(LogLevel.NONE),
    connectionRetries: 3,
    floodSleepThreshold: 0,
    networkSocket: RoutedSocket,
    deviceModel: 'Botize',
  });
  try {
    await client.connect();
    return client;
  } catch (error) {
    await client.destroy().catch(() => undefined);
    throw error;
  }
}
