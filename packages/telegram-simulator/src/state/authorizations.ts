import { randomBytes } from 'node:crypto';
import type { ClientInfo } from '../rpc.ts';
import type { Db } from './database.ts';

/** One auth key that is, or after a password will be, signed in to an account: a device. */
export interface Authorization {
  authKeyId: string;
  dcId: number;
  phone: string;
  passwordPending: boolean;
  /** Decimal text of a signed long; names the device to other devices. */
  hash: string;
  confirmed: boolean;
  apiId: number;
  deviceModel: string;
  systemVersion: string;
  appVersion: string;
  createdAt: number;
  activeAt: number;
}

/** What a key that was ended from elsewhere is answered from then on. */
export type EndReason = 'unregistered' | 'revoked' | 'expired' | 'duplicated' | 'destroyed';

export interface Authorizations {
  find(authKeyId: string): Authorization | null;
  findByHash(hash: string): Authorization | null;
  /** Newest first; without a phone, of everybody. */
  list(phone?: string): Authorization[];
  grant(grant: {
    authKeyId: string;
    dcId: number;
    phone: string;
    passwordPending: boolean;
    client: ClientInfo | null;
    now: number;
  }): Authorization;
  confirm(authKeyId: string): void;
  touch(authKeyId: string, now: number): void;
  /** The key knows the account no more; without a reason it may simply sign in again. */
  end(authKeyId: string, reason: EndReason | null): void;
  endReason(authKeyId: string): EndReason | null;
}

type Row = Omit<Authorization, 'passwordPending' | 'confirmed'> & { passwordPending: number; confirmed: number };

const toAuthorization = (row: Row): Authorization => ({
  ...row,
  passwordPending: row.passwordPending === 1,
  confirmed: row.confirmed === 1,
});

const nobody: ClientInfo = { apiId: 0, deviceModel: 'Unknown', systemVersion: '', appVersion: '', langCode: 'en' };

export function createAuthorizations(db: Db): Authorizations {
  const find = db.prepare<[string], Row>('SELECT * FROM authorizations WHERE authKeyId = ?');
  const byHash = db.prepare<[string], Row>('SELECT * FROM authorizations WHERE hash = ?');
  const all = db.prepare<[], Row>('SELECT * FROM authorizations ORDER BY createdAt DESC');
  const ofPhone = db.prepare<[string], Row>('SELECT * FROM authorizations WHERE phone = ? ORDER BY createdAt DESC');
  const save = db.prepare(`INSERT OR REPLACE INTO authorizations VALUES (@authKeyId, @dcId, @phone, @passwordPending,
    @hash, 0, @apiId, @deviceModel, @systemVersion, @appVersion, @now, @now)`);
  const confirm = db.prepare('UPDATE authorizations SET confirmed = 1 WHERE authKeyId = ?');
  const touch = db.prepare('UPDATE authorizations SET activeAt = ? WHERE authKeyId = ?');
  const remove = db.prepare('DELETE FROM authorizations WHERE authKeyId = ?');
  const mark = db.prepare('INSERT OR REPLACE INTO ended_keys VALUES (?, ?)');
  const unmark = db.prepare('DELETE FROM ended_keys WHERE authKeyId = ?');
  const reason = db.prepare<[string], { reason: EndReason }>('SELECT reason FROM ended_keys WHERE authKeyId = ?');

  const one = (row: Row | undefined): Authorization | null => (row ? toAuthorization(row) : null);
  return {
    find: (authKeyId) => one(find.get(authKeyId)),
    findByHash: (hash) => one(byHash.get(hash)),
    list: (phone) => (phone === undefined ? all.all() : ofPhone.all(phone)).map(toAuthorization),
    grant({ client, passwordPending, ...grant }) {
      const { apiId, deviceModel, systemVersion, appVersion } = client ?? nobody;
      const hash = (randomBytes(8).readBigInt64LE() & 0x7fffffffffffffffn).toString();
      const device = { apiId, deviceModel, systemVersion, appVersion, hash };
      save.run({ ...grant, ...device, passwordPending: passwordPending ? 1 : 0 });
      unmark.run(grant.authKeyId);
      return this.find(grant.authKeyId) as Authorization;
    },
    confirm: (authKeyId) => void confirm.run(authKeyId),
    touch: (authKeyId, now) => void touch.run(now, authKeyId),
    end(authKeyId, why) {
      remove.run(authKeyId);
      if (why) mark.run(authKeyId, why);
    },
    endReason: (authKeyId) => reason.get(authKeyId)?.reason ?? null,
  };
}
