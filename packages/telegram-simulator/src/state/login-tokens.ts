import { randomBytes } from 'node:crypto';
import type { Db } from './database.ts';

/** A QR token. It may be approved until it expires, whether or not anybody still shows it. */
export interface LoginToken {
  /** base64url. */
  token: string;
  authKeyId: string;
  dcId: number;
  apiId: number;
  deviceName: string;
  /** JSON array of user ids (decimal text) that may not accept it. */
  exceptIds: string;
  createdAt: number;
  expiresAt: number;
  /** Phone of the account that accepted it. */
  acceptedBy: string | null;
}

export interface LoginTokens {
  find(token: string): LoginToken | null;
  create(token: Omit<LoginToken, 'token' | 'acceptedBy'>): LoginToken;
  accept(token: string, phone: string): void;
  remove(token: string): void;
  /** The accepted one of this key, while it lives. */
  acceptedOn(authKeyId: string, now: number): LoginToken | null;
  /** Not yet accepted, newest first. */
  live(now: number): LoginToken[];
}

export function createLoginTokens(db: Db): LoginTokens {
  const find = db.prepare<[string], LoginToken>('SELECT * FROM login_tokens WHERE token = ?');
  const save = db.prepare(`INSERT INTO login_tokens VALUES (@token, @authKeyId, @dcId, @apiId, @deviceName, @exceptIds,
    @createdAt, @expiresAt, NULL)`);
  const accept = db.prepare('UPDATE login_tokens SET acceptedBy = ? WHERE token = ?');
  const remove = db.prepare('DELETE FROM login_tokens WHERE token = ?');
  const accepted = db.prepare<[string, number], LoginToken>(
    'SELECT * FROM login_tokens WHERE authKeyId = ? AND expiresAt > ? AND acceptedBy IS NOT NULL',
  );
  const live = db.prepare<[number], LoginToken>(
    'SELECT * FROM login_tokens WHERE expiresAt > ? AND acceptedBy IS NULL ORDER BY createdAt DESC, rowid DESC',
  );
  return {
    find: (token) => find.get(token) ?? null,
    create(fields) {
      const token = randomBytes(24).toString('base64url');
      save.run({ ...fields, token });
      return find.get(token) as LoginToken;
    },
    accept: (token, phone) => void accept.run(phone, token),
    remove: (token) => void remove.run(token),
    acceptedOn: (authKeyId, now) => accepted.get(authKeyId, now) ?? null,
    live: (now) => live.all(now),
  };
}
