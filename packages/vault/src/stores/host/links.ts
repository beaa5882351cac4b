import type { ConnectLinkRecord, HostStore } from '@botize/login';
import { fingerprint } from '../../crypto/fingerprint.ts';
import type { ConnectLinkRow } from '../../schema-host.ts';
import type { Parts } from '../parts.ts';

const toRow = (link: ConnectLinkRecord): Omit<ConnectLinkRow, 'fingerprint'> => ({
  id: link.id,
  user_id: link.userId,
  user_label: link.userLabel,
  role: link.role,
  staff_id: link.staff?.id ?? null,
  staff_name: link.staff?.name ?? null,
  connection_id: link.connectionId,
  return_url: link.returnUrl,
  locale: link.locale,
  created_at: link.createdAt,
  expires_at: link.expiresAt,
  used_at: null,
});

const toLink = (row: ConnectLinkRow): ConnectLinkRecord => ({
  id: row.id,
  userId: row.user_id,
  userLabel: row.user_label,
  role: row.role,
  staff: row.staff_id === null ? null : { id: row.staff_id, name: row.staff_name ?? row.staff_id },
  connectionId: row.connection_id,
  returnUrl: row.return_url,
  locale: row.locale,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
});

export function linkStore({ store, keyring }: Parts): Pick<HostStore, 'addLink' | 'openLink'> {
  const hashed = (token: string) => fingerprint(keyring, 'link', token);
  return {
    async addLink(link, token) {
      const row = { ...toRow(link), fingerprint: hashed(token) };
      await store.write((db) => db.insertInto('connect_links').values(row).execute());
    },
    openLink: (token, now) =>
      store.write(async (db) => {
        const opened = await db
          .updateTable('connect_links')
          .set({ used_at: now })
          .where('fingerprint', '=', hashed(token))
          .where('used_at', 'is', null)
          .where('expires_at', '>', now)
          .returningAll()
          .executeTakeFirst();
        if (opened) return { kind: 'opened', link: toLink(opened) };
        const known = db.selectFrom('connect_links').select('used_at').where('fingerprint', '=', hashed(token));
        const usedAt = (await known.executeTakeFirst())?.used_at ?? null;
        return { kind: usedAt === null ? 'expired' : 'used' };
      }),
  };
}
