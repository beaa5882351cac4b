import { aConnection, anAttempt, aRetiredKey, aSecret, moved } from '@botize/testkit/vault-records';
import { describe, expect, test } from 'vitest';
import { EnvelopeError } from '../errors.ts';
import { inspectSessions } from '../inspect-sessions.ts';
import { TemporaryVault } from '../testing/temporary-vault.ts';
import type { DamagedRecord } from './parts.ts';

describe('an envelope moved in the database does not open', () => {
  test('in another row, of the same user or another', async () => {
    const place = new TemporaryVault();
    const vault = await place.open();
    const account = { id: '2', name: 'A', username: null, phone: null };
    const [mine, alsoMine, theirs] = [aConnection(), aConnection({ account }), aConnection({ userId: 'u2' })];
    for (const record of [mine, alsoMine, theirs]) {
      await vault.commit(null, [{ type: 'connection.put', record, secret: aSecret() }]);
    }
    for (const source of [alsoMine, theirs]) {
      place.tamper((db) =>
        db
          .prepare('update connections set envelope = (select envelope from connections where id = ?) where id = ?')
          .run(source.id, mine.id),
      );
      await expect(vault.connectionSecret('u1', mine.id)).rejects.toBeInstanceOf(EnvelopeError);
    }
    expect(await vault.connectionSecret('u2', theirs.id)).not.toBeNull();
  });

  test('after its row was given to another user', async () => {
    const place = new TemporaryVault();
    const vault = await place.open();
    const record = aConnection();
    await vault.commit(null, [{ type: 'connection.put', record, secret: aSecret() }]);
    place.tamper((db) => db.exec(`update connections set user_id = 'u2'`));
    await expect(vault.connectionSecret('u2', record.id)).rejects.toBeInstanceOf(EnvelopeError);
  });

  test('in another table', async () => {
    const place = new TemporaryVault();
    const vault = await place.open();
    const record = aConnection();
    const key = aRetiredKey({ id: record.id });
    await vault.commit(null, [
      { type: 'connection.put', record, secret: aSecret() },
      { type: 'key.retire', key },
    ]);
    place.tamper((db) => db.exec('update connections set envelope = (select envelope from retired_keys)'));
    await expect(vault.connectionSecret('u1', record.id)).rejects.toBeInstanceOf(EnvelopeError);
  });

  test('back from an earlier generation or revision', async () => {
    const place = new TemporaryVault();
    const vault = await place.open();
    const record = aConnection();
    const attempt = anAttempt();
    await vault.insertAttempt(attempt, []);
    await vault.commit(null, [{ type: 'connection.put', record, secret: aSecret() }]);
    const old = new Map<string, unknown>();
    place.tamper((db) => {
      for (const table of ['connections', 'attempts']) {
        old.set(table, db.prepare(`select envelope from ${table}`).pluck().get());
      }
    });
    await vault.commit(null, [
      { type: 'connection.put', record: { ...record, generation: 2 }, secret: aSecret() },
      { type: 'attempt.update', record: moved(attempt), expectedRevision: 1 },
    ]);
    place.tamper((db) => {
      for (const [table, envelope] of old) db.prepare(`update ${table} set envelope = ?`).run(envelope);
    });
    await expect(vault.connectionSecret('u1', record.id)).rejects.toBeInstanceOf(EnvelopeError);
    await expect(vault.attempt('u1', attempt.id)).rejects.toBeInstanceOf(EnvelopeError);
    await expect(inspectSessions(vault)).rejects.toBeInstanceOf(EnvelopeError);
  });
});

test('one record that does not open is reported, and does not stop the others', async () => {
  const place = new TemporaryVault();
  const damaged: DamagedRecord[] = [];
  const vault = await place.open({ onDamaged: (one) => damaged.push(one) });
  const now = place.clock.now();
  const [bad, good] = [anAttempt({ expiresAt: now }), anAttempt({ userId: 'u2', expiresAt: now })];
  const [badKey, goodKey] = [aRetiredKey(), aRetiredKey()];
  for (const record of [bad, good]) await vault.insertAttempt(record, []);
  await vault.commit(
    null,
    [badKey, goodKey].map((key) => ({ type: 'key.retire', key })),
  );
  place.tamper((db) => {
    db.prepare(`update attempts set envelope = x'00' where id = ?`).run(bad.id);
    db.prepare(`update retired_keys set envelope = x'01' where id = ?`).run(badKey.id);
  });
  expect(await vault.attemptsDue(now, 10)).toEqual([good]);
  expect(await vault.retiredKeysDue(goodKey.notBefore, 10)).toEqual([goodKey]);
  expect(damaged.map(({ table, id }) => [table, id])).toEqual([
    ['attempts', bad.id],
    ['retired_keys', badKey.id],
  ]);
});

test('every session at rest is found', async () => {
  const vault = await new TemporaryVault().open();
  const [record, secret, attempt, key] = [aConnection(), aSecret(), anAttempt({ userId: 'u2' }), aRetiredKey()];
  await vault.insertAttempt(attempt, []);
  await vault.insertAttempt(anAttempt({ userId: 'u3', signIn: { ...attempt.signIn, session: null } }), []);
  await vault.commit(null, [
    { type: 'connection.put', record, secret },
    { type: 'key.retire', key },
  ]);
  expect(await inspectSessions(vault)).toEqual([
    { kind: 'connection', id: record.id, userId: 'u1', session: secret.session },
    { kind: 'attempt', id: attempt.id, userId: 'u2', session: attempt.signIn.session },
    { kind: 'retired', id: key.id, userId: 'u1', session: key.secret.session },
  ]);
});
