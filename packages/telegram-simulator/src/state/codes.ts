import { randomBytes } from 'node:crypto';
import type { Db } from './database.ts';

/** `live` may still be typed; `replaced` gave way to a newer one; `spoiled` was sent in a chat. */
export type CodeStatus = 'live' | 'used' | 'expired' | 'cancelled' | 'replaced' | 'spoiled';

/** A login code on its way, bound to the auth key that asked for it. Times are epoch milliseconds. */
export interface LoginCode {
  /** The `phone_code_hash`. */
  hash: string;
  phone: string;
  authKeyId: string;
  code: string;
  /** Place of its delivery in the scenario's chain. */
  chainIndex: number;
  delivery: string;
  status: CodeStatus;
  tries: number;
  /** Of an address that is being set up. */
  email: string | null;
  emailCode: string | null;
  emailResetAt: number | null;
  sentAt: number;
  expiresAt: number;
  /** When the next delivery may be asked for; null: there is none. */
  nextAt: number | null;
}

export interface Codes {
  find(hash: string): LoginCode | null;
  /** Earlier codes of the same number on the same key give way. */
  send(code: Omit<LoginCode, 'hash' | 'status' | 'tries' | 'email' | 'emailCode' | 'emailResetAt'>): LoginCode;
  change(hash: string, changes: Partial<Omit<LoginCode, 'hash'>>): LoginCode;
  newestLive(phone: string, now: number): LoginCode | null;
  /** Newest first. */
  list(phone: string): LoginCode[];
}

export function createCodes(db: Db): Codes {
  const find = db.prepare<[string], LoginCode>('SELECT * FROM codes WHERE hash = ?');
  const list = db.prepare<[string], LoginCode>('SELECT * FROM codes WHERE phone = ? ORDER BY sentAt DESC, rowid DESC');
  const replace = db.prepare(
    "UPDATE codes SET status = 'replaced' WHERE phone = ? AND authKeyId = ? AND status = 'live'",
  );
  const save =
    db.prepare(`INSERT OR REPLACE INTO codes VALUES (@hash, @phone, @authKeyId, @code, @chainIndex, @delivery,
    @status, @tries, @email, @emailCode, @emailResetAt, @sentAt, @expiresAt, @nextAt)`);
  const update = db.prepare(`UPDATE codes SET code = @code, status = @status, tries = @tries, email = @email,
    emailCode = @emailCode, emailResetAt = @emailResetAt, expiresAt = @expiresAt, nextAt = @nextAt WHERE hash = @hash`);
  return {
    find: (hash) => find.get(hash) ?? null,
    send(code) {
      replace.run(code.phone, code.authKeyId);
      const hash = randomBytes(9).toString('hex');
      save.run({ ...code, hash, status: 'live', tries: 0, email: null, emailCode: null, emailResetAt: null });
      return find.get(hash) as LoginCode;
    },
    change(hash, changes) {
      update.run({ ...find.get(hash), ...changes });
      return find.get(hash) as LoginCode;
    },
    newestLive: (phone, now) => list.all(phone).find((code) => code.status === 'live' && code.expiresAt > now) ?? null,
    list: (phone) => list.all(phone),
  };
}
