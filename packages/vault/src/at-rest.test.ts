import type { AttemptRecord, Change } from '@botize/login';
import { aConnection, anAttempt, anEntry, aRetiredKey, aSecret, cancelled, moved } from '@botize/testkit/vault-records';
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import type { SqliteVault } from './open-vault.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';
import { TemporaryVault } from './testing/temporary-vault.ts';
import { contentOf, formsOf, tracesIn } from './testing/traces.ts';

const phone = '+34699123987';

/** Everything a sign-in may know, and all of it as the vault is given it. */
function aFullAttempt(): AttemptRecord {
  const record = anAttempt();
  const delivery = { type: 'app' as const, length: 5 };
  const sent = { phone, phoneCodeHash: 'hash-of-the-code-4711', delivery, next: null };
  return {
    ...record,
    intent: { command: 'submit_code', at: 1, fingerprint: null },
    signIn: {
      ...record.signIn,
      phone,
      spareToken: { token: 'c3BhcmUgdG9rZW4gb2YgYSBRUg', expiresAt: 1 },
      state: { step: 'code', issue: null, suggest: null, sent, triesLeft: 5 },
    },
  };
}

const sessionParts = (session: string) => [session, session.slice(0, 48), session.slice(100, 148), session.slice(-48)];

function secretsOf(attempt: AttemptRecord, others: { session: string; credentials: { apiHash: string } }[]): string[] {
  const { signIn } = attempt;
  return [
    phone,
    phone.slice(1),
    'hash-of-the-code-4711',
    'c3BhcmUgdG9rZW4gb2YgYSBRUg',
    signIn.credentials.apiHash,
    ...sessionParts(signIn.session ?? ''),
    ...others.flatMap(({ session, credentials }) => [...sessionParts(session), credentials.apiHash]),
  ];
}

test('no secret lies in the files in any form, neither while open nor when closed', async () => {
  const place = new TemporaryVault();
  const vault = await place.open();
  const attempt = aFullAttempt();
  const [secret, key] = [aSecret({ phone }), aRetiredKey()];
  await vault.insertAttempt(attempt, [anEntry()]);
  await vault.commit(null, [
    { type: 'attempt.update', record: moved(attempt), expectedRevision: 1 },
    { type: 'connection.put', record: aConnection({ deviceName: 'known-by-sight' }), secret },
    { type: 'key.retire', key },
  ]);
  await vault.take([{ bucket: vault.fingerprint('phone', phone), max: 1, windowSeconds: 60 }], 1);
  const pieces = secretsOf(attempt, [secret, key.secret]).flatMap(formsOf);
  expect(contentOf(place.folder).includes('known-by-sight')).toBe(true);
  expect(tracesIn(place.folder, pieces)).toEqual([]);
  await vault.close();
  expect(contentOf(place.folder).includes('known-by-sight')).toBe(true);
  expect(tracesIn(place.folder, pieces)).toEqual([]);
});

test('a search for traces finds a secret in each of its forms', () => {
  for (const form of formsOf('secret')) expect(form.length).toBeGreaterThanOrEqual(6);
  const texts = ['xsecret', 'xxsecret', 'secret'].map((text) => Buffer.from(text).toString('base64'));
  for (const text of texts) expect(formsOf('secret').some((form) => text.includes(form.toString()))).toBe(true);
});

/** The pieces of the stored envelopes: overlapping enough that none can survive for 48 bytes unseen. */
function envelopePieces(place: TemporaryVault, table: string, where = '1'): Buffer[] {
  const pieces: Buffer[] = [];
  place.tamper((db) => {
    for (const envelope of db.prepare(`select envelope from ${table} where ${where}`).pluck().all() as Buffer[]) {
      for (let at = 0; at + 24 <= envelope.length; at += 24) pieces.push(Buffer.from(envelope.subarray(at, at + 24)));
    }
  });
  return pieces;
}

describe('not even the ciphertext stays behind', () => {
  const [attempt, record, key] = [anAttempt(), aConnection(), aRetiredKey()];
  test.each<[string, string, Change]>([
    ['an erased connection', 'connections', { type: 'connection.erase', userId: 'u1', id: record.id }],
    ['a shredded key', 'retired_keys', { type: 'key.shred', id: key.id }],
    ['an attempt at its end', 'attempts', { type: 'attempt.update', record: cancelled(attempt), expectedRevision: 1 }],
  ])('of %s', async (_, table, ending) => {
    const place = new TemporaryVault();
    const vault = await place.open();
    await vault.insertAttempt(attempt, []);
    await vault.commit(null, [
      { type: 'connection.put', record, secret: aSecret() },
      { type: 'key.retire', key },
    ]);
    const pieces = envelopePieces(place, table);
    expect(tracesIn(place.folder, pieces)).toHaveLength(pieces.length);
    await vault.commit(null, [ending]);
    expect(tracesIn(place.folder, pieces)).toEqual([]);
  });

  test('of the session that a reconnect has replaced', async () => {
    const place = new TemporaryVault();
    const vault = await place.open();
    const record = aConnection();
    await vault.commit(null, [{ type: 'connection.put', record, secret: aSecret() }]);
    const pieces = envelopePieces(place, 'connections');
    await vault.commit(null, [{ type: 'connection.put', record: { ...record, generation: 2 }, secret: aSecret() }]);
    expect(tracesIn(place.folder, pieces)).toEqual([]);
  });

  test('of an attempt that was cleared away', async () => {
    const place = new TemporaryVault();
    const vault = await place.open();
    const attempt = anAttempt();
    await vault.insertAttempt(attempt, []);
    await vault.commit(null, [{ type: 'attempt.update', record: cancelled(attempt), expectedRevision: 1 }]);
    const pieces = envelopePieces(place, 'attempts');
    expect(await vault.eraseAttemptsBefore(place.clock.now() + 1)).toBe(1);
    expect(tracesIn(place.folder, pieces)).toEqual([]);
  });

  test('as soon as somebody who was reading has finished', async () => {
    const place = new TemporaryVault();
    const vault = await place.open();
    const record = aConnection();
    await vault.commit(null, [{ type: 'connection.put', record, secret: aSecret() }]);
    const pieces = envelopePieces(place, 'connections');
    const reader = place.reader();
    await vault.commit(null, [{ type: 'connection.erase', userId: 'u1', id: record.id }]);
    reader.close();
    await vault.block('anything', 1);
    expect(tracesIn(place.folder, pieces)).toEqual([]);
  });
});

/** Grows and shrinks rows in between each other, so that the pages are split, merged and moved about. */
async function churn(vault: SqliteVault, count: number): Promise<void> {
  const account = (n: number) => ({ id: String(n), name: 'A'.repeat((n * 37) % 500), username: null, phone: null });
  const records = Array.from({ length: count }, (_, n) => aConnection({ account: account(n), id: `con_${n * 7919}` }));
  for (const record of records) await vault.commit(null, [{ type: 'connection.put', record, secret: aSecret() }]);
  for (const [n, record] of records.entries()) {
    const longer = { ...record, deviceName: 'D'.repeat((n * 91) % 900), generation: 2 };
    if (n % 3 === 0) await vault.commit(null, [{ type: 'connection.put', record: longer, secret: aSecret() }]);
    if (n % 3 === 1) await vault.commit(null, [{ type: 'connection.erase', userId: 'u1', id: record.id }]);
  }
}

test('nothing of what was erased stays behind in a database that has seen much', async () => {
  const place = new TemporaryVault();
  const vault = await place.open();
  await churn(vault, 60);
  const victims = (await vault.connections('u1')).filter((_, n) => n % 2 === 0);
  const list = victims.map(({ id }) => `'${id}'`).join();
  const pieces = envelopePieces(place, 'connections', `id in (${list})`);
  for (const { id } of victims) await vault.commit(null, [{ type: 'connection.erase', userId: 'u1', id }]);
  expect(pieces.length).toBeGreaterThan(300);
  expect(tracesIn(place.folder, pieces)).toEqual([]);
});

describe('a backup made after a secret was erased has nothing of it,', () => {
  const backUp = async (place: TemporaryVault): Promise<string> => {
    const folder = temporaryFolder();
    const db = new BetterSqlite3(place.databaseFile, { readonly: true });
    await db.backup(`${folder}/online.db`);
    db.prepare('vacuum into ?').run(`${folder}/vacuumed.db`);
    db.close();
    return folder;
  };
  const [attempt, record, key] = [anAttempt(), aConnection(), aRetiredKey()];

  test.each<[string, string, Change]>([
    ['by a disconnect', 'connections', { type: 'connection.erase', userId: 'u1', id: record.id }],
    ['by Telegram confirming a log-out', 'retired_keys', { type: 'key.shred', id: key.id }],
    ['with its attempt', 'attempts', { type: 'attempt.update', record: cancelled(attempt), expectedRevision: 1 }],
  ])('%s', async (_, table, ending) => {
    const place = new TemporaryVault();
    const vault = await place.open();
    await vault.insertAttempt(attempt, []);
    await vault.commit(null, [
      { type: 'connection.put', record, secret: aSecret() },
      { type: 'key.retire', key },
    ]);
    const pieces = envelopePieces(place, table);
    expect(tracesIn(await backUp(place), pieces)).toHaveLength(pieces.length);
    await vault.commit(null, [ending]);
    expect(tracesIn(await backUp(place), pieces)).toEqual([]);
  });
});
