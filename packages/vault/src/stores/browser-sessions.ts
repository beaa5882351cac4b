import type { Locale, Role } from '@botize/contract';
import type { Millis } from '@botize/login';
import { fingerprint } from '../crypto/fingerprint.ts';
import type { Parts } from './parts.ts';
import { noteVisit } from './support/people.ts';

/** Who sits at a browser. */
export interface BrowserSessionRecord {
  user: { id: string; label: string; role: Role };
  connectionId: string | null;
  returnUrl: string | null;
  locale: Locale | null;
  /** The connect link that was opened, if it was one. */
  linkId?: string | null;
  /** The origin of the page whose frame this is. */
  embedOrigin?: string | null;
  /** Of staff: whose page the host sent them to. */
  subjectId?: string | null;
  createdAt: Millis;
  expiresAt: Millis;
}

export interface BrowserSessions {
  /** `id` is secret (it is the cookie); only its keyed hash is stored. */
  create(id: string, session: BrowserSessionRecord): Promise<void>;
  /** Null if it doesn't exist or has run out. */
  find(id: string, now: Millis): Promise<BrowserSessionRecord | null>;
  delete(id: string): Promise<void>;
  deleteExpired(now: Millis): Promise<number>;
}

export function browserSessionStore({ store, keyring }: Parts): BrowserSessions {
  const hashed = (id: string) => fingerprint(keyring, 'browser-session', id);
  return {
    async create(id, session) {
      const row = {
        fingerprint: hashed(id),
        user_id: session.user.id,
        role: session.user.role,
        label: session.user.label,
        connection_id: session.connectionId,
        return_url: session.returnUrl,
        locale: session.locale,
        link_id: session.linkId ?? null,
        embed_origin: session.embedOrigin ?? null,
        subject_id: session.subjectId ?? null,
        created_at: session.createdAt,
        expires_at: session.expiresAt,
      };
      await store.write(async (db) => {
        await db.insertInto('browser_sessions').values(row).execute();
        if (row.role === 'user') await noteVisit(db, session);
      });
    },
    async find(id, now) {
      const row = await store.read((db) =>
        db
          .selectFrom('browser_sessions')
          .selectAll()
          .where('fingerprint', '=', hashed(id))
          .where('expires_at', '>', now)
          .executeTakeFirst(),
      );
      if (!row) return null;
      return {
        user: { id: row.user_id, label: row.label, role: row.role },
        connectionId: row.connection_id,
        returnUrl: row.return_url,
        locale: row.locale,
        ...(row.link_id === null ? {} : { linkId: row.link_id }),
        ...(row.embed_origin === null ? {} : { embedOrigin: row.embed_origin }),
        ...(row.subject_id === null ? {} : { subjectId: row.subject_id }),
        createdAt: row.created_at,
        expiresAt: row.expires_at,
      };
    },
    async delete(id) {
      await store.write((db) => db.deleteFrom('browser_sessions').where('fingerprint', '=', hashed(id)).execute());
    },
    async deleteExpired(now) {
      const deleted = await store.write((db) =>
        db.deleteFrom('browser_sessions').where('expires_at', '<=', now).executeTakeFirst(),
      );
      return Number(deleted.numDeletedRows);
    },
  };
}
