import { createPublicKey } from 'node:crypto';
import { Api, TelegramClient } from 'telegram';
import { returnBigInt } from 'telegram/Helpers.js';
import { _serverKeys } from 'telegram/crypto/RSA.js';
import { LogLevel, Logger } from 'telegram/extensions/Logger.js';
import { PromisedNetSockets } from 'telegram/extensions/PromisedNetSockets.js';
import { StringSession } from 'telegram/sessions/index.js';
import type { RsaKey } from '../crypto/rsa-key.ts';
import type { DataCentreAddress } from '../data-centres.ts';

export { Api };

function trust(key: RsaKey): void {
  const { n = '', e = '' } = createPublicKey(key.publicPkcs1Pem).export({ format: 'jwk' });
  const number = (text: string): bigint => BigInt(`0x${Buffer.from(text, 'base64url').toString('hex')}`);
  _serverKeys.set(key.fingerprint.toString(), { n: returnBigInt(number(n).toString()), e: Number(number(e)) });
}

/** Sends GramJS, which only knows ports 80 and 443, to where the data centre really listens. */
function socketsTo(address: DataCentreAddress): typeof PromisedNetSockets {
  return class extends PromisedNetSockets {
    override connect(): Promise<this> {
      return super.connect(address.port, address.host) as Promise<this>;
    }
  };
}

/** An unmodified client of GramJS for one data centre. `session`: an earlier client's `session.save()`. */
export function gramjsClient(options: { address: DataCentreAddress; key: RsaKey; session?: string }): TelegramClient {
  trust(options.key);
  const session = new StringSession(options.session ?? '');
  if (!options.session) session.setDC(options.address.id, '127.0.0.2', 443);
  return new TelegramClient(session, 12345, '0123456789abcdef0123456789abcdef', {
    connectionRetries: 3,
    retryDelay: 0,
    requestRetries: 1,
    reconnectRetries: -1,
    floodSleepThreshold: 0,
    securityChecks: true,
    baseLogger: new Logger(LogLevel.NONE),
    deviceModel: 'Test',
    networkSocket: socketsTo(options.address),
  });
}
