import type { Clock, HostStore, Limits, SupportStore, Vault, WindowCounts } from '@botize/login';
import { fingerprint } from './crypto/fingerprint.ts';
import type { Keyring } from './crypto/keyring.ts';
import { migrate } from './migrations/migrate.ts';
import { openDatabase } from './sqlite/open-database.ts';
import { Store } from './sqlite/store.ts';
import { attemptEventReads, type AttemptEvent } from './stores/attempt-events.ts';
import { attemptStore } from './stores/attempts.ts';
import { auditReads } from './stores/audit.ts';
import { browserSessionStore, type BrowserSessions } from './stores/browser-sessions.ts';
import { commits } from './stores/commit.ts';
import { connectionStore } from './stores/connections.ts';
import { erasures } from './stores/erase-user.ts';
import { hostStore } from './stores/host/index.ts';
import { checkKeyring } from './stores/key-checks.ts';
import { leaseStore } from './stores/leases.ts';
import { limitStore } from './stores/limits.ts';
import type { DamagedRecord, Parts } from './stores/parts.ts';
import { retiredKeyStore } from './stores/retired-keys.ts';
import { supportStore } from './stores/support/index.ts';
import { auditVerification, type AuditVerdict } from './stores/verify-audit.ts';
import { windowCountStore } from './stores/window-counts.ts';

export interface OpenVaultOptions {
  /** Made if it isn't there, 0600; its folder is or becomes 0700. */
  databaseFile: string;
  keyring: Keyring;
  clock?: Clock;
  /** How long another process's lock is waited for, in milliseconds. */
  busyTimeoutMs?: number;
  /** Told of each record that a list had to leave out because it doesn't open. */
  onDamaged?: (damaged: DamagedRecord) => void;
}

export interface SqliteVault extends Vault, Required<Limits>, WindowCounts {
  readonly browserSessions: BrowserSessions;
  readonly host: HostStore;
  readonly support: SupportStore;
  attemptEvents(attemptId: string): Promise<AttemptEvent[]>;
  verifyAudit(userId?: string): Promise<AuditVerdict>;
  /** Writes the log into the database and lets go of the files. */
  close(): Promise<void>;
}

const partsOf = new WeakMap<SqliteVault, Parts>();

/** What a vault is made of, for the tools of operators and tests. Not exported from the package. */
export function partsOfVault(vault: SqliteVault): Parts {
  const parts = partsOf.get(vault);
  if (!parts) throw new Error('not a vault of openVault');
  return parts;
}

function assemble(parts: Parts): SqliteVault {
  const vault: SqliteVault = {
    ...attemptStore(parts),
    ...attemptEventReads(parts),
    ...connectionStore(parts),
    ...retiredKeyStore(parts),
    ...auditReads(parts),
    ...erasures(parts),
    ...auditVerification(parts),
    ...leaseStore(parts),
    ...commits(parts),
    ...limitStore(parts),
    ...windowCountStore(parts),
    browserSessions: browserSessionStore(parts),
    host: hostStore(parts),
    support: supportStore(parts),
    fingerprint: (purpose, value) => fingerprint(parts.keyring, purpose, value),
    close: () => parts.store.close(),
  };
  partsOf.set(vault, parts);
  return vault;
}

/**
 * Opens the database, checks it, brings its schema up to date and makes sure that the keyring fits.
 * @throws StorageError, KeyringError, SchemaTooNew, each saying what is wrong
 */
export async function openVault(options: OpenVaultOptions): Promise<SqliteVault> {
  const { databaseFile, keyring, clock = { now: Date.now }, busyTimeoutMs = 2_000, onDamaged = () => {} } = options;
  const store = new Store(openDatabase(databaseFile), busyTimeoutMs);
  try {
    await migrate(store, clock.now());
    await checkKeyring(store, keyring);
  } catch (error) {
    await store.close();
    throw error;
  }
  return assemble({ store, keyring, clock, onDamaged });
}
