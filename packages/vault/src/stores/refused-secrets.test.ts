import type { ConnectionRecord } from '@botize/login';
import { aConnection, anAttempt, anEntry, aRetiredKey, aSecret, moved } from '@botize/testkit/vault-records';
import { describe, expect, test } from 'vitest';
import { envelopeKeyId, openEnvelope, type EnvelopeContext } from '../crypto/envelope.ts';
import type { Keyring } from '../crypto/keyring.ts';
import { EnvelopeError } from '../errors.ts';
import type { SqliteVault } from '../open-vault.ts';
import type { AttemptRow, ConnectionRow, RetiredKeyRow } from '../schema.ts';
import { TemporaryVault } from '../testing/temporary-vault.ts';
import { attemptContext } from './attempt-rows.ts';
import { connectionContext } from './connection-rows.ts';
import { retiredKeyContext } from './retired-keys.ts';

const accountOf = (n: number) => ({ id: String(n), name: 'A', username: null, phone: null });

/** One connection whose envelope is as short as can be. */
async function oneConnection() {
  const place = new TemporaryVault();
  const vault = await place.open();
  const record = aConnection();
  const secret = { session: '1', credentials: { apiId: 1, apiHash: '' }, phone: null };
  await vault.commit(null, [{ type: 'connection.put', record, secret }]);
  const envelopes: Buffer[] = [];
  place.tamper((db) => envelopes.push(db.prepare('select envelope from connections').pluck().get() as Buffer));
  const put = (envelope: Buffer) =>
    place.tamper((db) => db.prepare('update connections set envelope = ?').run(envelope));
  return { place, vault, record, envelope: envelopes[0]!, put };
}

const refusalsOf = async (vault: SqliteVault, userId = 'u1') =>
  (await vault.activity(userId, null, 100_000)).filter(({ action }) => action === 'staff.secret_refused');

/** What the vault says of the connection, and the audit of it. */
async function refusal(vault: SqliteVault, { id }: Pick<ConnectionRecord, 'id'>, userId = 'u1'): Promise<unknown> {
  const before = await refusalsOf(vault, userId);
  const error = await vault.connectionSecret(userId, id).catch((thrown: unknown) => thrown);
  if (!(error instanceof EnvelopeError)) return 'opened';
  const after = await refusalsOf(vault, userId);
  expect(after).toHaveLength(before.length + 1);
  expect(after[0]).toMatchObject({
    actor: { kind: 'system', id: 'vault' },
    connectionId: id,
    detail: { table: 'connections', id, reason: error.reason },
  });
  return error.reason;
}

describe('a stored secret is refused, and its user’s audit says so,', () => {
  test('with any one of its bits flipped', async () => {
    const { vault, record, envelope, put } = await oneConnection();
    const flipped = Array.from({ length: envelope.length * 8 }, (_, bit) => {
      const copy = Buffer.from(envelope);
      copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      return copy;
    });
    expect(flipped.length).toBeGreaterThan(1_000);
    for (const copy of flipped) {
      put(copy);
      await expect(vault.connectionSecret('u1', record.id)).rejects.toBeInstanceOf(EnvelopeError);
    }
    const refused = await refusalsOf(vault);
    expect(refused).toHaveLength(flipped.length);
    expect(new Set(refused.map(({ detail }) => detail?.['reason']))).toEqual(
      new Set(['unknown_version', 'malformed', 'unknown_key', 'not_authentic']),
    );
    put(envelope);
    expect(await vault.connectionSecret('u1', record.id)).not.toBeNull();
    expect((await vault.verifyAudit()).broken).toEqual([]);
  }, 60_000);

  test('with a tag of every other length', async () => {
    const { vault, record, envelope, put } = await oneConnection();
    for (let length = 0; length < 16; length += 1) {
      put(envelope.subarray(0, envelope.length - 16 + length));
      expect(await refusal(vault, record), `tag of ${length} bytes`).not.toBe('opened');
    }
    for (const more of [1, 4, 16]) {
      put(Buffer.concat([envelope, Buffer.alloc(more)]));
      expect(await refusal(vault, record), `tag longer by ${more} bytes`).toBe('not_authentic');
    }
  });

  test('of every version but ours', async () => {
    const { vault, record, envelope, put } = await oneConnection();
    for (let version = 0; version < 256; version += 1) {
      if (version === 1) continue;
      put(Buffer.concat([Buffer.from([version]), envelope.subarray(1)]));
      expect(await refusal(vault, record)).toBe('unknown_version');
    }
  });

  test('in clear, as somebody might have left it there', async () => {
    const { vault, record, put } = await oneConnection();
    put(Buffer.from(JSON.stringify(aSecret())));
    expect(await refusal(vault, record)).toBe('unknown_version');
  });

  test('for a user who is not its owner', async () => {
    const { place, vault, record } = await oneConnection();
    place.tamper((db) => db.exec(`update connections set user_id = 'u2'`));
    expect(await refusal(vault, record, 'u2')).toBe('not_authentic');
    expect(await refusalsOf(vault, 'u1')).toEqual([]);
  });

  test('of an older generation, put back', async () => {
    const { vault, record, envelope, put } = await oneConnection();
    const next = { ...record, generation: 2 };
    await vault.commit(null, [{ type: 'connection.put', record: next, secret: aSecret() }]);
    put(envelope);
    expect(await refusal(vault, record)).toBe('not_authentic');
  });

  test('under a key that the keyring does not have', async () => {
    const { vault, record, envelope, put } = await oneConnection();
    const renamed = Buffer.from(envelope);
    renamed.write('nope', 2, 'ascii');
    expect(envelopeKeyId(renamed)).toBe('nope');
    put(renamed);
    expect(await refusal(vault, record)).toBe('unknown_key');
  });

  test('once, however often it is looked at, and again when it changes', async () => {
    const { vault, record, envelope, put } = await oneConnection();
    const look = () => vault.connectionSecret('u1', record.id).catch(() => null);
    put(envelope.subarray(0, -1));
    for (let n = 0; n < 5; n += 1) await look();
    expect(await refusalsOf(vault)).toHaveLength(1);
    put(envelope.subarray(0, -2));
    for (let n = 0; n < 5; n += 1) await look();
    expect(await refusalsOf(vault)).toHaveLength(2);
  });

  test('in an attempt, and in a key that waits to be logged out', async () => {
    const place = new TemporaryVault();
    const vault = await place.open();
    const [attempt, key] = [anAttempt(), aRetiredKey()];
    await vault.insertAttempt(attempt, [anEntry()]);
    await vault.commit(null, [
      { type: 'attempt.update', record: moved(attempt), expectedRevision: 1 },
      { type: 'key.retire', key },
    ]);
    place.tamper((db) => db.exec('update attempts set event_id = 1; update retired_keys set id = id || 1'));
    await expect(vault.attempt('u1', attempt.id)).rejects.toBeInstanceOf(EnvelopeError);
    await expect(vault.openAttempt('u1')).rejects.toBeInstanceOf(EnvelopeError);
    expect(await vault.retiredKeysDue(key.notBefore, 10)).toEqual([]);
    expect((await refusalsOf(vault)).map(({ detail }) => detail)).toEqual([
      { table: 'retired_keys', id: `${key.id}1`, reason: 'not_authentic' },
      { table: 'attempts', id: attempt.id, reason: 'not_authentic' },
    ]);
  });
});

/** A hundred rows of each table. Two connections and two keys belong to the same user each time. */
async function hundredRows() {
  const place = new TemporaryVault();
  const vault = await place.open();
  for (let n = 0; n < 100; n += 1) {
    const userId = `u${n % 50}`;
    await vault.commit(null, [
      { type: 'connection.put', record: aConnection({ userId, account: accountOf(n) }), secret: aSecret() },
      { type: 'key.retire', key: aRetiredKey({ userId }) },
    ]);
    await vault.insertAttempt(anAttempt({ userId: `a${n}` }), []);
  }
  interface Sealed {
    context: EnvelopeContext;
    envelope: Buffer;
  }
  const sealed: Sealed[] = [];
  place.tamper((db) => {
    const all = (table: string) => db.prepare(`select * from ${table}`).all();
    for (const row of all('attempts') as AttemptRow[]) sealed.push({ ...row, context: attemptContext(row) });
    for (const row of all('connections') as ConnectionRow[]) sealed.push({ ...row, context: connectionContext(row) });
    for (const row of all('retired_keys') as RetiredKeyRow[]) sealed.push({ ...row, context: retiredKeyContext(row) });
  });
  return { keyring: place.keyring, sealed };
}

const openingWith = (keyring: Keyring) => (context: EnvelopeContext, envelope: Buffer) => {
  try {
    openEnvelope(keyring, context, envelope);
    return true;
  } catch (error) {
    if (error instanceof EnvelopeError) return false;
    throw error;
  }
};

test('of three hundred rows in three tables, none opens with the envelope of any other', async () => {
  const { keyring, sealed } = await hundredRows();
  expect(sealed).toHaveLength(300);
  const opens = openingWith(keyring);
  let pairs = 0;
  const opened = sealed.flatMap(({ context }, to) =>
    sealed.flatMap(({ envelope }, from) => {
      pairs += 1;
      return opens(context, envelope) ? [[from, to]] : [];
    }),
  );
  expect(pairs).toBe(90_000);
  expect(opened).toEqual(sealed.map((_, n) => [n, n]));
}, 60_000);

test('no two rows of a hundred can swap owner, id or generation', async () => {
  const { keyring, sealed } = await hundredRows();
  const opens = openingWith(keyring);
  let swaps = 0;
  const opened: EnvelopeContext[] = [];
  const attempt = (context: EnvelopeContext, envelope: Buffer) => {
    swaps += 1;
    if (opens(context, envelope)) opened.push(context);
  };
  for (const { context, envelope } of sealed) {
    const same = sealed.filter((other) => other.context.purpose === context.purpose);
    for (const { context: other } of same) {
      if (other.userId !== context.userId) attempt({ ...context, userId: other.userId }, envelope);
      if (other.recordId !== context.recordId) attempt({ ...context, recordId: other.recordId }, envelope);
    }
    const [first = 0, ...rest] = context.generation;
    const others = [
      [first + 1, ...rest],
      [first - 1, ...rest],
      [...context.generation, 0],
    ];
    for (const generation of others) attempt({ ...context, generation }, envelope);
  }
  expect(swaps).toBeGreaterThan(59_000);
  expect(opened).toEqual([]);
}, 60_000);
