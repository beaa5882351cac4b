import { aConnection, anAttempt, anEntry, aRetiredKey, aSecret, moved } from '@botize/testkit/vault-records';
import { loadKeyring } from '../crypto/keyring-file.ts';
import { openVault } from '../open-vault.ts';

/**
 * A program that commits until it is killed: `commit-forever.ts <database> <keyring>`. Each commit changes one
 * attempt, one connection, one retired key and the audit; its number goes to standard output once it is done.
 */
const [databaseFile, keysFile] = process.argv.slice(2);
if (!databaseFile || !keysFile) throw new Error('needs a database and a keyring');

const vault = await openVault({ databaseFile, keyring: loadKeyring(keysFile) });
const open = await vault.openAttempt('u1');
let attempt = open ?? anAttempt({ revision: 0 });
if (!open) await vault.insertAttempt(attempt, []);

for (;;) {
  const number = attempt.revision + 1;
  const account = { id: String(number), name: 'A', username: null, phone: null };
  const lease = await vault.lease(`attempt:${attempt.id}`, number, number + 1);
  const next = moved(attempt);
  await vault.commit(lease, [
    { type: 'attempt.update', record: next, expectedRevision: attempt.revision },
    { type: 'connection.put', record: aConnection({ account }), secret: aSecret() },
    { type: 'key.retire', key: aRetiredKey({ notBefore: number }) },
    { type: 'audit', entry: anEntry({ detail: { number } }) },
  ]);
  if (lease) await vault.release(lease);
  attempt = next;
  process.stdout.write(`${number}\n`);
}
