import { aConnection, anAttempt, anEntry, aRetiredKey, aSecret, moved } from '@botize/testkit/vault-records';
import { describe, expect, test } from 'vitest';
import { addKey, createKeyring, dropKey } from './crypto/keyring-file.ts';
import { KeyringError } from './errors.ts';
import { inspectSessions } from './inspect-sessions.ts';
import { rotateKeys, rotationProgress } from './rotation.ts';
import { TemporaryVault } from './testing/temporary-vault.ts';

/** Twelve connections, an attempt and a retired key under `k1`; then the keyring gets `k2`. */
async function underOldKey() {
  const place = new TemporaryVault();
  const file = `${place.folder}/keyring.json`;
  place.keyring = createKeyring(file);
  const before = await place.open();
  const attempt = anAttempt();
  await before.insertAttempt(attempt, [anEntry()]);
  await before.commit(null, [{ type: 'key.retire', key: aRetiredKey() }]);
  for (let n = 0; n < 12; n += 1) {
    const account = { id: String(n), name: 'A', username: null, phone: null };
    await before.commit(null, [{ type: 'connection.put', record: aConnection({ account }), secret: aSecret() }]);
  }
  const sessions = await inspectSessions(before);
  place.keyring = addKey(file);
  return { place, file, before, sessions, attempt };
}

describe('a rotation', () => {
  test('moves everything to the new key, after which the old one is needed no more', async () => {
    const { place, file, sessions } = await underOldKey();
    const vault = await place.open();
    expect(await inspectSessions(vault)).toEqual(sessions);
    expect(await rotationProgress(vault)).toEqual({ activeKeyId: 'k2', byKeyId: { k1: 14 }, left: 14 });
    expect(await rotateKeys(vault, { batch: 5 })).toEqual({ moved: 14, damaged: [] });
    expect(await rotationProgress(vault)).toEqual({ activeKeyId: 'k2', byKeyId: { k2: 14 }, left: 0 });
    expect(await inspectSessions(vault)).toEqual(sessions);
    expect(await rotateKeys(vault)).toEqual({ moved: 0, damaged: [] });
    await vault.close();
    place.keyring = dropKey(file, 'k1');
    const after = await place.open();
    expect(await inspectSessions(after)).toEqual(sessions);
    expect((await after.verifyAudit()).broken).toEqual([]);
  });

  test('goes on where it was stopped', async () => {
    const { place, sessions } = await underOldKey();
    const vault = await place.open();
    const stopped = expect(rotateKeys(vault, { batch: 1 })).rejects.toThrow();
    await vault.close();
    await stopped;
    const again = await place.open();
    const { left } = await rotationProgress(again);
    expect(await rotateKeys(again)).toEqual({ moved: left, damaged: [] });
    expect(await inspectSessions(again)).toEqual(sessions);
  });

  test('goes on while others write', async () => {
    const { place, attempt } = await underOldKey();
    const vault = await place.open();
    const rotating = rotateKeys(vault, { batch: 1 });
    for (let n = 0; n < 5; n += 1) {
      const record = moved(attempt, { revision: n + 2, eventId: n + 2 });
      await vault.commit(null, [{ type: 'attempt.update', record, expectedRevision: n + 1 }]);
    }
    expect((await rotating).damaged).toEqual([]);
    expect((await rotationProgress(vault)).left).toBe(0);
    expect(await vault.attempt('u1', attempt.id)).toMatchObject({ revision: 6 });
  });

  test('leaves nothing under the old key, not even by a process that was started with it', async () => {
    const { place, before } = await underOldKey();
    const vault = await place.open();
    await rotateKeys(vault);
    const account = { id: '99', name: 'A', username: null, phone: null };
    const late = () =>
      before.commit(null, [{ type: 'connection.put', record: aConnection({ account }), secret: aSecret() }]);
    await expect(late()).rejects.toBeInstanceOf(KeyringError);
    await expect(before.insertAttempt(anAttempt({ userId: 'u9' }), [])).rejects.toThrow(/"k1" was rotated out/);
    expect((await rotationProgress(vault)).left).toBe(0);
  });

  test('leaves what does not open alone, says so, and keeps asking for its key', async () => {
    const { place, file } = await underOldKey();
    place.tamper((db) => db.exec(`update attempts set user_id = 'u2'`));
    const vault = await place.open();
    const { moved: count, damaged } = await rotateKeys(vault);
    expect(count).toBe(13);
    expect(damaged).toMatchObject([{ table: 'attempts' }]);
    await vault.close();
    place.keyring = dropKey(file, 'k1');
    await expect(place.open()).rejects.toThrow(/needs key "k1"/);
  });
});
