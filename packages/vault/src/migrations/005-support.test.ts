import BetterSqlite3 from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { chmodSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Schema } from '../schema.ts';
import { TemporaryVault } from '../testing/temporary-vault.ts';
import { countsHold } from '../verify-counts.ts';
import { migrations } from './index.ts';

/** A database as the version before left it: two connections, two attempts, somebody who has been here. */
async function before(place: TemporaryVault): Promise<void> {
  const raw = new BetterSqlite3(place.databaseFile);
  const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database: raw }) });
  raw.exec('create table schema_versions (version integer primary key not null, applied_at bigint not null)');
  for (const [index, apply] of migrations.slice(0, -1).entries()) {
    await apply(db);
    raw.prepare('insert into schema_versions values (?, 0)').run(index + 1);
  }
  const consent = `'1', null, 1, 'k1', x'00'`;
  raw.exec(`
    insert into connections (id, user_id, reference, status, reason, account_id, account_name, account_username,
      phone_masked, connected_at, last_check_at, device_name, generation, consent_version, consent_locale, consent_at,
      key_id, envelope) values
      ('con_1', 'u1', 'CN-1', 'connected', null, '1', 'Bob', 'BobBy', '', 10, 90, 'Botize', 1, ${consent}),
      ('con_2', 'u2', 'CN-2', 'suspended', 'banned', '2', 'Eve', null, '', 20, 80, 'Botize', 1, ${consent});
    insert into attempts (id, user_id, reference, revision, event_id, step, created_at, expires_at, ended_at,
      consent_version, consent_locale, consent_at, key_id, envelope) values
      ('att_1', 'u1', 'CN-1', 1, 1, 'code', 30, 9e15, null, ${consent}),
      ('att_2', 'u1', 'CN-3', 1, 1, 'failed', 40, 50, 60, ${consent});
    insert into attempt_events (attempt_id, at, step, code) values ('att_1', 30, 'phone', null);
    insert into browser_sessions (fingerprint, user_id, role, label, locale, created_at, expires_at) values
      ('a', 'u1', 'user', 'Ana@Example.com', 'es', 5, 9), ('b', 's1', 'support', 'Sam', null, 5, 9);
  `);
  await db.destroy();
}

test('what was stored before is found, listed and counted', async () => {
  const place = new TemporaryVault();
  place.tamper(() => undefined);
  chmodSync(place.databaseFile, 0o600);
  await before(place);
  const vault = await place.open();
  expect(await countsHold(vault)).toEqual([]);
  const [bob] = await vault.support.connectionsOf('u1');
  expect(bob).toMatchObject({ id: 'con_1', since: 10 });
  const named = { connections: [{ username: 'bobby' }], attempts: [], refused: [], from: 0, after: null, limit: 5 };
  expect((await vault.support.rows(named)).map(({ id }) => id)).toEqual(['con_1']);
  const listed = {
    attempts: [{ standing: 'trying' as const }],
    connections: [{ status: 'suspended' as const, reason: 'banned' as const }],
    refused: [],
  };
  const rows = await vault.support.rows({ ...listed, from: 0, after: null, limit: 5 });
  expect(rows.map(({ id, since }) => [id, since])).toEqual([
    ['con_2', 80],
    ['att_1', 30],
  ]);
  expect(await vault.support.person('u1')).toMatchObject({ label: 'Ana@Example.com', locale: 'es', firstSeenAt: 5 });
  expect(await vault.support.person('s1')).toBeNull();
  expect((await vault.support.peopleCalled('ana@', null, 5)).map(({ userId }) => userId)).toEqual(['u1']);
});
