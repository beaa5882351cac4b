import type { ConnectLinkRecord, HostStore, LinkOpening, OpenedLink } from '@botize/login';
import { fingerprint } from '../../crypto/fingerprint.ts';
import type { Db } from '../../schema.ts';
import type { ConnectLinkRow } from '../../schema-host.ts';
import type { Parts } from '../parts.ts';
import { noteInvited } from '../support/people.ts';

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
  nonce_fingerprint: null,
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

/** What is kept of a link's token, and of the nonce of the browser that has opened it with that token. */
interface Hashes {
  token: string;
  nonce: string | null;
}

async function openFirst(db: Db, { token, nonce }: Hashes, now: number): Promise<ConnectLinkRow | undefined> {
  const unused = db
    .updateTable('connect_links')
    .set({ used_at: now, nonce_fingerprint: nonce })
    .where('fingerprint', '=', token)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now);
  return unused.returningAll().executeTakeFirst();
}

/** The answer to the first opening got lost. If it did not, there is still one browser session a link. */
async function openAgain(db: Db, { token, nonce }: Hashes, usedAfter: number): Promise<ConnectLinkRow | undefined> {
  if (nonce === null) return undefined;
  const own = db.selectFrom('connect_links').selectAll().where('fingerprint', '=', token);
  const link = await own.where('nonce_fingerprint', '=', nonce).where('used_at', '>', usedAfter).executeTakeFirst();
  if (link) await db.deleteFrom('browser_sessions').where('link_id', '=', link.id).execute();
  return link;
}

async function open(db: Db, hashes: Hashes, { now, againMs }: LinkOpening): Promise<OpenedLink> {
  const opened = (await openFirst(db, hashes, now)) ?? (await openAgain(db, hashes, now - againMs));
  if (opened) return { kind: 'opened', link: toLink(opened) };
  const known = db.selectFrom('connect_links').select('used_at').where('fingerprint', '=', hashes.token);
  const usedAt = (await known.executeTakeFirst())?.used_at ?? null;
  return { kind: usedAt === null ? 'expired' : 'used' };
}

export function linkStore({ store, keyring }: Parts): Pick<HostStore, 'addLink' | 'openLink'> {
  const hashed = (token: string) => fingerprint(keyring, 'link', token);
  /** Bound to the token, so that a browser's links can't be told to be one browser's. */
  const nonceHashed = (token: string, nonce: string) => fingerprint(keyring, 'link', `${token} ${nonce}`);
  return {
    async addLink(link, token) {
      const row = { ...toRow(link), fingerprint: hashed(token) };
      await store.write(async (db) => {
        await db.insertInto('connect_links').values(row).execute();
        if (link.role === 'user') await noteInvited(db, link);
      });
    },
    openLink: (token, opening) => {
      const nonce = opening.nonce === null ? null : nonceHashed(token, opening.nonce);
      return store.write((db) => open(db, { token: hashed(token), nonce }, opening));
    },
  };
}
