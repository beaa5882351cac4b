import type { HostScope } from '@botize/contract';
import type { HostKey, HostStore } from '@botize/login';
import { fingerprint } from '../../crypto/fingerprint.ts';
import type { HostKeyRow } from '../../schema-host.ts';
import type { Parts } from '../parts.ts';

const toKey = (row: Pick<HostKeyRow, 'id' | 'name' | 'scopes'>): HostKey => ({
  id: row.id,
  name: row.name,
  scopes: JSON.parse(row.scopes) as HostScope[],
});

export function hostKeyStore({ store, keyring }: Parts): Pick<HostStore, 'keyOf' | 'addKey' | 'keys' | 'revokeKey'> {
  const hashed = (key: string) => fingerprint(keyring, 'host-key', key);
  return {
    async keyOf(key) {
      const row = await store.read((db) =>
        db
          .selectFrom('host_keys')
          .select(['id', 'name', 'scopes'])
          .where('fingerprint', '=', hashed(key))
          .where('revoked_at', 'is', null)
          .executeTakeFirst(),
      );
      return row ? toKey(row) : null;
    },
    async addKey({ id, name, scopes, createdAt }, key) {
      const row = { id, name, scopes: JSON.stringify(scopes), created_at: createdAt, revoked_at: null };
      const values = { ...row, fingerprint: hashed(key) };
      await store.write((db) => db.insertInto('host_keys').values(values).execute());
    },
    async keys() {
      const rows = await store.read((db) => db.selectFrom('host_keys').selectAll().orderBy('created_at').execute());
      return rows.map((row) => ({ ...toKey(row), createdAt: row.created_at, revokedAt: row.revoked_at }));
    },
    async revokeKey(id, at) {
      const revoked = await store.write((db) =>
        db
          .updateTable('host_keys')
          .set({ revoked_at: at })
          .where('id', '=', id)
          .where('revoked_at', 'is', null)
          .executeTakeFirst(),
      );
      return Boolean(revoked.numUpdatedRows);
    },
  };
}
