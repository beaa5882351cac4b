import { createHash } from 'node:crypto';
import { inspectSessions, loadKeyring, openVault } from '@botize/vault';
import type { SimulatorControl } from './simulator-control.ts';
import { waitUntil } from './wait-until.ts';

/** Key ids (hex, wire order) by where they are known, sorted. */
export interface KnownKeys {
  authorized: string[];
  connections: string[];
  attempts: string[];
  retired: string[];
}

export interface OracleOptions {
  databaseFile: string;
  keysFile: string;
  control: SimulatorControl;
  /** How long log-outs that are under way may take, in milliseconds. */
  patienceMs?: number;
}

const keyLength = 256;

/** A session's text ends with its 256-byte key; Telegram names a key by bytes 12 to 20 of its SHA-1. */
const keyIdOf = (session: string): string => {
  const key = Buffer.from(session.slice(1), 'base64').subarray(-keyLength);
  if (key.length !== keyLength) throw new Error('a stored session holds no key of 256 bytes');
  return createHash('sha1').update(key).digest().subarray(12, 20).toString('hex');
};

/** What Telegram has authorised and what the vault holds, at this moment. */
export const readKnownKeys = async ({ databaseFile, keysFile, control }: OracleOptions): Promise<KnownKeys> => {
  const vault = await openVault({ databaseFile, keyring: loadKeyring(keysFile) });
  try {
    const stored = await inspectSessions(vault);
    const authorized = await control.authorizedKeys();
    const ids = (kind: string) =>
      stored
        .filter((one) => one.kind === kind)
        .map((one) => keyIdOf(one.session))
        .sort();
    return {
      authorized: authorized.map((key) => key.authKeyId.toLowerCase()).sort(),
      connections: ids('connection'),
      attempts: ids('attempt'),
      retired: ids('retired'),
    };
  } finally {
    await vault.close();
  }
};

const same = (left: string[], right: string[]) => left.join() === right.join();

/**
 * At rest: Telegram's authorised keys are exactly those of the connections. No session that nobody knows of, and no
 * connection without one. Waits for log-outs under way; rejects with both lists.
 */
export const expectNoOrphans = async (options: OracleOptions): Promise<KnownKeys> => {
  let last: KnownKeys | undefined;
  return waitUntil(
    async () => {
      last = await readKnownKeys(options);
      return same(last.authorized, last.connections) ? last : null;
    },
    options.patienceMs ?? 15_000,
    () => `authorised at Telegram and stored differ: ${JSON.stringify(last)}`,
  );
};

/** At any moment: every authorised key is in a connection, an attempt or among the retired keys. */
export const expectAllKnown = async (options: OracleOptions): Promise<KnownKeys> => {
  const keys = await readKnownKeys(options);
  const known = new Set([...keys.connections, ...keys.attempts, ...keys.retired]);
  const orphans = keys.authorized.filter((id) => !known.has(id));
  if (orphans.length > 0) throw new Error(`authorised at Telegram and unknown here: ${orphans.join(', ')}`);
  return keys;
};
