import type { AuthKeyStore, ClientInfo } from '../rpc.ts';
import type { Clock } from './clock.ts';
import type { Db } from './database.ts';

type Row = { key: Buffer; layer: number | null; client: string | null };

export interface AuthKeys extends AuthKeyStore {
  ids(): string[];
  /** Destroys the key itself, not only what it is signed in to. */
  forget(authKeyId: string): void;
}

export function createAuthKeys(db: Db, clock: Clock): AuthKeys {
  const find = db.prepare<[string, number], Row>('SELECT * FROM auth_keys WHERE authKeyId = ? AND dcId = ?');
  const save = db.prepare('INSERT OR REPLACE INTO auth_keys VALUES (?, ?, ?, NULL, NULL, ?)');
  const ids = db.prepare<[], { authKeyId: string }>('SELECT authKeyId FROM auth_keys');
  const forget = db.prepare('DELETE FROM auth_keys WHERE authKeyId = ?');
  const remember = db.prepare('UPDATE auth_keys SET layer = ?, client = ? WHERE authKeyId = ? AND dcId = ?');
  return {
    ids: () => ids.all().map(({ authKeyId }) => authKeyId),
    forget: (authKeyId) => void forget.run(authKeyId),
    find: (authKeyId, dcId) => find.get(authKeyId, dcId)?.key ?? null,
    save: (authKeyId, dcId, key) => void save.run(authKeyId, dcId, key, clock.now()),
    remember(authKeyId, dcId, seen) {
      remember.run(seen.layer, seen.client ? JSON.stringify(seen.client) : null, authKeyId, dcId);
    },
    recall(authKeyId, dcId) {
      const row = find.get(authKeyId, dcId);
      if (!row || row.layer === null) return null;
      return { layer: row.layer, client: row.client === null ? null : (JSON.parse(row.client) as ClientInfo) };
    },
  };
}
