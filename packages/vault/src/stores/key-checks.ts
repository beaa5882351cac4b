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

/** Nothing may be sealed under a key that a rotation has just moved everything away from. */
export async function mustBeCurrent(db: Db, keyring: Keyring): Promise<void> {
  const known = db.selectFrom('key_checks').select('key_id').where('key_id', '=', keyring.activeId);
  if (await known.executeTakeFirst()) return;
  throw new KeyringError(`key "${keyring.activeId}" was rotated out of the database: start with the present keyring`);
}

/** Everything is under the active key now; the database needs no other. */
export async function forgetOtherKeys(db: Db, keyring: Keyring): Promise<void> {
  await db.deleteFrom('key_checks').where('key_id', 'not in', [macKeyId, keyring.activeId]).execute();
}
