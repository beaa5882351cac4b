import { ManualClock } from '@botize/testkit/vault-records';
import BetterSqlite3 from 'better-sqlite3';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Keyring } from '../crypto/keyring.ts';
import { randomKeyring } from '../crypto/random-keyring.ts';
import { openVault, type OpenVaultOptions, type SqliteVault } from '../open-vault.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A place for a database, opened as often as a test likes; everything is closed and removed at its end. */
export class TemporaryVault {
  readonly folder = temporaryFolder();
  readonly databaseFile = join(this.folder, 'connect.db');
  readonly clock = new ManualClock();
  keyring: Keyring = randomKeyring();

  async open(options: Partial<OpenVaultOptions> = {}): Promise<SqliteVault> {
    const { databaseFile, keyring, clock } = this;
    const vault = await openVault({ databaseFile, keyring, clock, ...options });
    onTestFinished(() => vault.close());
    return vault;
  }

  /** Somebody else who is in the middle of reading. */
  reader(): BetterSqlite3.Database {
    const db = new BetterSqlite3(this.databaseFile);
    onTestFinished(() => void db.close());
    db.exec('begin');
    db.prepare('select count(*) from connections').get();
    return db;
  }

  /** What an intruder with the file could do to it. */
  tamper(work: (db: BetterSqlite3.Database) => void): void {
    const db = new BetterSqlite3(this.databaseFile);
    try {
      work(db);
    } finally {
      db.close();
    }
  }
}
