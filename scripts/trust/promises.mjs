import { abuse } from './promises-of-abuse.mjs';
import { doors } from './promises-of-doors.mjs';
import { inMotion } from './promises-in-motion.mjs';

/**
 * What must never happen, the test that would show it, and a change to the code that turns that test red.
 * `test` is part of the test's full name; without one, all of the file's tests count.
 * @typedef {{ id: string, says: string, file: string, test?: string, change: { file: string, from: string, to: string } | string }} Promised
 */

const vault = 'packages/vault/src';
const api = 'apps/api/src';
const envelope = `${vault}/crypto/envelope.ts`;
const refused = `${vault}/stores/refused-secrets.test.ts`;
const rotation = `${vault}/rotation.test.ts`;

/** @type {Promised[]} */
const atRest = [
  {
    id: 'bit-flips',
    says: 'A stored secret with any one bit flipped, or a tag of any other length, is refused',
    file: refused,
    change: { file: envelope, from: '    decipher.final();\n', to: '' },
  },
  {
    id: 'swaps',
    says: 'No envelope opens in any other of 300 rows, of the same table or another',
    file: refused,
    test: 'none opens with the envelope of any other',
    change: { file: envelope, from: 'purpose, userId, recordId, keyId, ...generation', to: 'keyId, ...generation' },
  },
  {
    id: 'owner',
    says: 'An envelope is bound to its owner',
    file: refused,
    test: 'for a user who is not its owner',
    change: { file: envelope, from: 'purpose, userId, recordId, keyId', to: 'purpose, recordId, keyId' },
  },
  {
    id: 'generation',
    says: 'An older generation put back does not open',
    file: refused,
    test: 'of an older generation, put back',
    change: { file: envelope, from: 'keyId, ...generation]', to: 'keyId]' },
  },
  {
    id: 'version',
    says: 'No version but ours opens, and nothing in clear',
    file: refused,
    test: 'of every version but ours',
    change: { file: envelope, from: 'if (envelope[0] !== formatVersion)', to: 'if (false)' },
  },
  {
    id: 'refusals-audited',
    says: 'Each secret that does not open is in the audit of its user',
    file: refused,
    change: {
      file: `${vault}/stores/open-record.ts`,
      from: 'if (error instanceof EnvelopeError) await noteApart',
      to: 'if (error === null) await noteApart',
    },
  },
  {
    id: 'no-plaintext',
    says: 'No secret lies in the database or its log in any form',
    file: `${vault}/at-rest.test.ts`,
    test: 'no secret lies in the files',
    change: {
      file: `${vault}/stores/put-connection.ts`,
      from: "fingerprint(keyring, 'phone', secret.phone)",
      to: 'secret.phone',
    },
  },
  {
    id: 'shredding',
    says: 'What was erased is in neither database nor log',
    file: `${vault}/at-rest.test.ts`,
    test: 'not even the ciphertext stays behind',
    change: { file: `${vault}/stores/commit.ts`, from: 'if (changes.some(erases)) await store.emptyLog();', to: '' },
  },
  {
    id: 'shredding-backup',
    says: 'Nor in a backup made afterwards',
    file: `${vault}/at-rest.test.ts`,
    test: 'a backup made after a secret was erased',
    change: { file: `${vault}/sqlite/open-database.ts`, from: 'secure_delete = on', to: 'secure_delete = off' },
  },
  {
    id: 'shredding-doors',
    says: 'A disconnect and an erasure by the user, and by the host, leave nothing of the session in database, log or a backup',
    file: `${api}/shredding.test.ts`,
    change: { file: `${vault}/stores/commit.ts`, from: 'if (changes.some(erases)) await store.emptyLog();', to: '' },
  },
  {
    id: 'fresh-keys',
    says: 'Each envelope has a data key and nonces of its own, and shows nothing of its content',
    file: `${vault}/crypto/envelope.test.ts`,
    test: 'is another each time, and shows nothing of its content',
    change: {
      file: envelope,
      from: 'const nonce = randomBytes(nonceBytes);',
      to: 'const nonce = Buffer.alloc(nonceBytes);',
    },
  },
  {
    id: 'readable',
    says: 'What earlier versions have sealed opens',
    file: `${vault}/crypto/keyring.test.ts`,
    test: 'what earlier versions have written stays readable',
    change: { file: envelope, from: "'botize-envelope'", to: "'botize-envelope-2'" },
  },
  {
    id: 'consent',
    says: 'Consent is stored with version, language and time: with the attempt, the connection and in the audit',
    file: 'packages/login/src/verbs/start-attempt.test.ts',
    test: 'it is kept with the connection too',
    change: {
      file: 'packages/login/src/verbs/finish.ts',
      from: 'detail: { generation, consent: version, locale },',
      to: 'detail: { generation },',
    },
  },
  {
    id: 'private-files',
    says: 'A keyring that others may read is refused',
    file: `${vault}/crypto/keyring-file.test.ts`,
    test: 'that others may read is refused',
    change: { file: `${vault}/crypto/private-path.ts`, from: 'const others = 0o077;', to: 'const others = 0;' },
  },
  {
    id: 'private-database',
    says: 'So is a database, or a folder of it, that others may enter; what is made is for its owner alone',
    file: `${vault}/open-vault.test.ts`,
    test: 'the files',
    change: { file: `${vault}/sqlite/open-database.ts`, from: '  mustBePrivateFile(path);\n', to: '' },
  },
];

/** @type {Promised[]} */
const keys = [
  {
    id: 'rotation-killed',
    says: 'A rotation killed at any record goes on where it was',
    file: `${vault}/rotation.integration.test.ts`,
    change: {
      file: `${vault}/rotation.ts`,
      from: ', key_id: keyring.activeId };',
      to: ', key_id: record.id };',
    },
  },
  {
    id: 'old-key',
    says: 'After it the old key opens nothing, and nothing under it is left in the files',
    file: rotation,
    test: 'leaves neither an envelope of the old key in the files',
    change: { file: `${vault}/sqlite/open-database.ts`, from: 'secure_delete = on', to: 'secure_delete = off' },
  },
  {
    id: 'online',
    says: 'A server goes on working while its keys are rotated',
    file: `${api}/admin/keys.test.ts`,
    test: 'are rotated under a server that goes on working',
    change: {
      file: `${vault}/crypto/keyring.ts`,
      from: 'if (!this.#parts.wrapping.has(id)) this.refresh();',
      to: '',
    },
  },
  {
    id: 'wrong-key',
    says: 'No start without the key or with a wrong one; the refusal says which',
    file: `${vault}/open-vault.test.ts`,
    change: { file: `${vault}/stores/key-checks.ts`, from: 'if (found !== expected)', to: 'if (expected === null)' },
  },
  {
    id: 'retire-in-use',
    says: 'A key that a record needs is not retired',
    file: `${api}/admin/keys.test.ts`,
    test: 'are not retired from under them',
    change: { file: `${api}/admin/keys.ts`, from: '  if (needed > 0) {', to: '  if (needed < 0) {' },
  },
];

/** @type {Promised[]} */
const audit = [
  {
    id: 'chain',
    says: 'A changed, removed, moved or cut-off audit entry is found',
    file: `${vault}/stores/verify-audit.test.ts`,
    change: { file: `${vault}/stores/audit.ts`, from: '    row.detail,\n', to: '' },
  },
  {
    id: 'looks',
    says: 'A look by the host, and a release to it, are in the audit before the host sees anything',
    file: 'apps/api/src/audited.test.ts',
    change: {
      file: 'packages/login/src/verbs/host/connections.ts',
      from: "  await deps.vault.commit(null, [{ type: 'audit', entry }]);\n",
      to: '',
    },
  },
  {
    id: 'audit-command',
    says: '`audit verify` says which chain is broken, and fails',
    file: `${api}/admin/keys.test.ts`,
    test: 'audit verify',
    change: { file: `${api}/admin/audit.ts`, from: 'broken.length === 0 ? 0 : 1', to: '0' },
  },
];

export const chapters = [
  { title: 'Secrets at rest', promises: atRest },
  { title: 'Secrets in motion', promises: inMotion },
  { title: 'Keys', promises: keys },
  { title: 'Audit', promises: audit },
  { title: 'Who may do what', promises: doors },
  { title: 'Abuse', promises: abuse },
];
