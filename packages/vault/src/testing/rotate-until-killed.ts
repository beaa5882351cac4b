import { loadKeyring } from '../crypto/keyring-file.ts';
import { openVault } from '../open-vault.ts';
import { rotateKeys } from '../rotation.ts';

/**
 * A program that rotates and kills itself: `rotate-until-killed.ts <database> <keyring> <where>`.
 * `within`: a transaction has written one record and is at the next. `after`: one record is committed.
 */
const [databaseFile, keysFile, where] = process.argv.slice(2);
if (!databaseFile || !keysFile || !where) throw new Error('needs a database, a keyring and a place');

const die = () => process.kill(process.pid, 'SIGKILL');
const keyring = loadKeyring(keysFile);
const vault = await openVault({ databaseFile, keyring });

let sealed = 0;
const wrappingKey = keyring.wrappingKey.bind(keyring);
keyring.wrappingKey = (id) => {
  if (id === keyring.activeId) sealed += 1;
  if (where === 'within' && sealed === 2) die();
  return wrappingKey(id);
};
const onBatch = () => {
  sealed = 0;
  if (where === 'after') die();
};
await rotateKeys(vault, { batch: where === 'within' ? 2 : 1, onBatch });
process.stdout.write('finished\n');
