import { anAttempt, anEntry } from '@botize/testkit/vault-records';
import type BetterSqlite3 from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { StorageError } from '../errors.ts';
import { TemporaryVault } from '../testing/temporary-vault.ts';

/** Five entries of u1, one of u2. */
async function recorded() {
  const place = new TemporaryVault();
  const vault = await place.open();
  await vault.insertAttempt(anAttempt(), [anEntry({ detail: { n: 1 }, attemptId: 'att_1', connectionId: 'con_1' })]);
  for (const n of [2, 3, 4, 5]) await vault.commit(null, [{ type: 'audit', entry: anEntry({ detail: { n } }) }]);
  await vault.commit(null, [{ type: 'audit', entry: anEntry({ userId: 'u2' }) }]);
  return { place, vault };
}

describe('the chain of the audit', () => {
  test('verifies as it was written', async () => {
    const { vault } = await recorded();
    expect(await vault.verifyAudit()).toEqual({ users: 2, entries: 6, broken: [] });
    expect(await vault.verifyAudit('u1')).toEqual({ users: 1, entries: 5, broken: [] });
    expect(await vault.verifyAudit('nobody')).toEqual({ users: 1, entries: 0, broken: [] });
  });

  const of = (n: number) => `where user_id = 'u1' and position = ${n}`;
  const renumber = (db: BetterSqlite3.Database, from: number, to: number) =>
    db.exec(`update audit set position = ${to} ${of(from)}`);

  test.each<[string, (db: BetterSqlite3.Database) => unknown, number, string]>([
    ['a changed detail', (db) => db.exec(`update audit set detail = '{"n":9}' ${of(3)}`), 3, 'entry_changed'],
    ['a changed time', (db) => db.exec(`update audit set at = at + 1 ${of(1)}`), 1, 'entry_changed'],
    ['a changed action', (db) => db.exec(`update audit set action = 'x' ${of(2)}`), 2, 'entry_changed'],
    ['a changed actor', (db) => db.exec(`update audit set actor_id = 's1' ${of(2)}`), 2, 'entry_changed'],
    ['another kind of actor', (db) => db.exec(`update audit set actor_kind = 'host' ${of(1)}`), 1, 'entry_changed'],
    ['another attempt', (db) => db.exec(`update audit set attempt_id = 'att_2' ${of(1)}`), 1, 'entry_changed'],
    ['another connection', (db) => db.exec(`update audit set connection_id = null ${of(1)}`), 1, 'entry_changed'],
    ['an emptied detail', (db) => db.exec(`update audit set detail = null ${of(5)}`), 5, 'entry_changed'],
    ['a removed entry', (db) => db.exec(`delete from audit ${of(2)}`), 2, 'entry_missing'],
    ['the first one removed', (db) => db.exec(`delete from audit ${of(1)}`), 1, 'entry_missing'],
    ['the last one removed', (db) => db.exec(`delete from audit ${of(5)}`), 5, 'entry_missing'],
    ['all removed', (db) => db.exec(`delete from audit where user_id = 'u1'`), 1, 'entry_missing'],
    [
      'a removed entry with the gap closed',
      (db) => {
        db.exec(`delete from audit ${of(2)}`);
        for (const n of [3, 4, 5]) renumber(db, n, n - 1);
      },
      2,
      'entry_changed',
    ],
    [
      'two entries reordered',
      (db) => {
        renumber(db, 2, 99);
        renumber(db, 3, 2);
        renumber(db, 99, 3);
      },
      2,
      'entry_changed',
    ],
    [
      'the end cut off and the head moved back',
      (db) => {
        db.exec(`delete from audit ${of(5)}`);
        db.exec(`update audit_heads set position = 4, mac = (select mac from audit ${of(4)}) where user_id = 'u1'`);
      },
      4,
      'end_changed',
    ],
    ['a head removed', (db) => db.exec(`delete from audit_heads where user_id = 'u1'`), 5, 'end_changed'],
    [
      'the chain of another user in its place',
      (db) => {
        db.exec(`delete from audit where user_id = 'u1'; update audit set user_id = 'u1'`);
      },
      1,
      'entry_changed',
    ],
  ])('shows %s', async (_, change, position, problem) => {
    const { place, vault } = await recorded();
    place.tamper(change);
    expect((await vault.verifyAudit('u1')).broken).toEqual([{ userId: 'u1', position, problem }]);
    expect((await vault.verifyAudit()).broken).toContainEqual({ userId: 'u1', position, problem });
  });

  test('that was cut off is not carried on as if nothing were missing', async () => {
    const { place, vault } = await recorded();
    place.tamper((db) => {
      db.exec(`delete from audit ${of(5)}`);
      db.exec(`update audit_heads set position = 4, mac = (select mac from audit ${of(4)}) where user_id = 'u1'`);
    });
    const append = vault.commit(null, [{ type: 'audit', entry: anEntry() }]);
    await expect(append).rejects.toBeInstanceOf(StorageError);
    await vault.commit(null, [{ type: 'audit', entry: anEntry({ userId: 'u2' }) }]);
  });

  test('shows a genuine entry of another history of the same user', async () => {
    const [{ place, vault }, other] = [await recorded(), new TemporaryVault()];
    other.keyring = place.keyring;
    const elsewhere = await other.open();
    for (const n of [7, 8]) await elsewhere.commit(null, [{ type: 'audit', entry: anEntry({ detail: { n } }) }]);
    expect((await elsewhere.verifyAudit()).broken).toEqual([]);
    place.tamper((db) => {
      db.prepare('attach ? as other').run(other.databaseFile);
      db.exec(`delete from audit ${of(1)}`);
      db.exec(`insert into audit select * from other.audit ${of(1)}`);
    });
    expect((await vault.verifyAudit('u1')).broken).toEqual([{ userId: 'u1', position: 2, problem: 'entry_changed' }]);
  });
});
