import { aConnection, anAttempt, anEntry, aRetiredKey, aSecret, moved } from '@botize/testkit/vault-records';
import { rmSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { envelopeKeyId, openEnvelope } from './crypto/envelope.ts';
import { addKey, createKeyring, dropKey } from './crypto/keyring-file.ts';
import { Keyring } from './crypto/keyring.ts';
import { EnvelopeError, KeyringError } from './errors.ts';
import { inspectSessions } from './inspect-sessions.ts';
import { rotateKeys, rotationProgress } from './rotation.ts';
import { TemporaryVault } from './testing/temporary-vault.ts';
import { tracesIn } from './testing/traces.ts';

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

function envelopesIn(place: TemporaryVault): Buffer[] {
  const envelopes: Buffer[] = [];
  place.tamper((db) => {
    for (const table of ['attempts', 'connections', 'retired_keys']) {
      envelopes.push(...(db.prepare(`select envelope from ${table}`).pluck().all() as Buffer[]));
    }
  });
  return envelopes;
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

  test('leaves nothing under the old key, not even by a process that has only that one', async () => {
    const { place, before, file } = await underOldKey();
    const vault = await place.open();
    // As for a process that can't read the file any more.
    rmSync(file);
    await rotateKeys(vault);
    const account = { id: '99', name: 'A', username: null, phone: null };
    const late = () =>
      before.commit(null, [{ type: 'connection.put', record: aConnection({ account }), secret: aSecret() }]);
    await expect(late()).rejects.toBeInstanceOf(KeyringError);
    await expect(before.insertAttempt(anAttempt({ userId: 'u9' }), [])).rejects.toThrow(/"k1" was rotated out/);
    expect((await rotationProgress(vault)).left).toBe(0);
  });

  test('is followed by a server that was started before there was a new key', async () => {
    const { place, before, sessions } = await underOldKey();
    const rotating = await place.open();
    await rotateKeys(rotating);
    expect(await inspectSessions(before)).toEqual(sessions);
    const account = { id: '99', name: 'A', username: null, phone: null };
    const [record, secret] = [aConnection({ account }), aSecret()];
    await before.commit(null, [{ type: 'connection.put', record, secret }]);
    expect(await rotationProgress(rotating)).toEqual({ activeKeyId: 'k2', byKeyId: { k2: 15 }, left: 0 });
    expect(await rotating.connectionSecret('u1', record.id)).toEqual(secret);
  });

  test('moves what a server has sealed under the old key behind its back', async () => {
    const { place, before } = await underOldKey();
    const vault = await place.open();
    const account = { id: '99', name: 'A', username: null, phone: null };
    const behind = aConnection({ account, id: 'con_!' });
    let batches = 0;
    const onBatch = async () => {
      batches += 1;
      // After the last connection: the rotation has gone past the beginning of the table.
      if (batches === 13) {
        await before.commit(null, [{ type: 'connection.put', record: behind, secret: aSecret() }]);
      }
    };
    expect(await rotateKeys(vault, { batch: 1, onBatch })).toEqual({ moved: 15, damaged: [] });
    expect(await rotationProgress(vault)).toEqual({ activeKeyId: 'k2', byKeyId: { k2: 15 }, left: 0 });
  });

  test('leaves neither an envelope of the old key in the files nor anything that the old key opens', async () => {
    const { place } = await underOldKey();
    const oldKeyring = place.keyring;
    const vault = await place.open();
    const old = envelopesIn(place);
    expect(old).toHaveLength(14);
    await rotateKeys(vault);
    // The data key and its wrapping lie at the beginning of an envelope, after its key id.
    expect(
      tracesIn(
        place.folder,
        old.map((envelope) => envelope.subarray(4, 64)),
      ),
    ).toEqual([]);
    const onlyOld = new Keyring({
      activeId: 'k1',
      wrapping: new Map(['k1', 'k2'].map((id) => [id, oldKeyring.wrappingKey('k1')])),
      mac: oldKeyring.macKey('any'),
    });
    for (const envelope of envelopesIn(place)) {
      expect(envelopeKeyId(envelope)).toBe('k2');
      const context = { purpose: 'connection', userId: 'u1', recordId: 'any', generation: [1] } as const;
      expect(() => openEnvelope(onlyOld, context, envelope)).toThrow(EnvelopeError);
    }
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
