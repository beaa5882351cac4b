import { macKeyId, type Keyring } from '../crypto/keyring.ts';
import { KeyringError } from '../errors.ts';
import type { Db } from '../schema.ts';
import type { Store } from '../sqlite/store.ts';

function mustMatch(keyring: Keyring, keyId: string, expected: string): void {
  const found = keyring.check(keyId);
  if (found === null) throw new KeyringError(`the database needs key "${keyId}", which the keyring does not have`);
  if (found !== expected) {
    throw new KeyringError(`key "${keyId}" of the keyring is not the one that the database was written with`);
  }
}

/** Refuses a keyring that can't open what is stored; notes the keys that will be used from now on. */
export async function checkKeyring(store: Store, keyring: Keyring): Promise<void> {
  await store.write(async (db) => {
    const known = await db.selectFrom('key_checks').selectAll().execute();
    for (const { key_id: keyId, check_value: expected } of known) mustMatch(keyring, keyId, expected);
    for (const keyId of [macKeyId, keyring.activeId]) {
      const row = { key_id: keyId, check_value: keyring.check(keyId) ?? '' };
      await db
        .insertInto('key_checks')
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
  });
}

/** A rotation in another process may have moved everything away from the key that was active when this one started. */
export async function mustBeCurrent(db: Db, keyring: Keyring): Promise<void> {
  const isKnown = async () => {
    const known = db.selectFrom('key_checks').select('key_id').where('key_id', '=', keyring.activeId);
    return (await known.executeTakeFirst()) !== undefined;
  };
  if (await isKnown()) return;
  const before = keyring.activeId;
  keyring.refresh();
  if (await isKnown()) return;
  throw new KeyringError(`key "${before}" was rotated out of the database: start with the present keyring`);
}

/** Everything is under the active key now; the database needs no other. */
export async function forgetOtherKeys(db: Db, keyring: Keyring): Promise<void> {
  await db.deleteFrom('key_checks').where('key_id', 'not in', [macKeyId, keyring.activeId]).execute();
}

/** No record needs this one. */
export async function forgetKey(db: Db, id: string): Promise<void> {
  await db.deleteFrom('key_checks').where('key_id', '=', id).where('key_id', '!=', macKeyId).execute();
}
