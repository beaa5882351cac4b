import { aConnection, anAttempt, anEntry, aSecret, cancelled, moved } from '@botize/testkit/vault-records';
import type { AttemptRecord, ConnectionRecord } from '@botize/login';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SqliteVault } from '../../open-vault.ts';
import { countsHold } from '../../verify-counts.ts';
import { TemporaryVault } from '../../testing/temporary-vault.ts';

const statuses = [
  ['connected', null],
  ['needs_reconnect', 'revoked'],
  ['needs_reconnect', 'expired'],
  ['suspended', 'banned'],
] as const;

/** A vault and what lies in it, as far as the operations need to know. */
class Playground {
  readonly #vault: SqliteVault;
  readonly #open = new Map<string, AttemptRecord>();
  readonly #connections: ConnectionRecord[] = [];

  constructor(vault: SqliteVault) {
    this.#vault = vault;
  }

  async start(userId: string): Promise<void> {
    const record = anAttempt({ userId });
    if (await this.#vault.insertAttempt(record, [])) this.#open.set(userId, record);
  }

  /** Into trouble, out of it again, or to its end. */
  async go(userId: string, where: 'trouble' | 'well' | 'failed' | 'cancelled'): Promise<void> {
    const record = this.#open.get(userId);
    const state = record?.signIn.state;
    if (record === undefined || state?.step !== 'phone') return;
    const issue = { code: 'telegram.flood_wait' as const, retryAt: null };
    const failed = { step: 'failed' as const, code: issue.code, retryAt: null, restart: null };
    const next = {
      trouble: () => moved(record, { signIn: { ...record.signIn, state: { ...state, issue } } }),
      well: () => moved(record, { signIn: { ...record.signIn, state: { ...state, issue: null } } }),
      failed: () => moved(record, { signIn: { ...record.signIn, session: null, state: failed } }),
      cancelled: () => cancelled(record),
    }[where]();
    await this.#vault.commit(null, [{ type: 'attempt.update', record: next, expectedRevision: record.revision }]);
    if (where === 'failed' || where === 'cancelled') this.#open.delete(userId);
    else this.#open.set(userId, next);
  }

  async connect(userId: string, account: number): Promise<void> {
    const record = aConnection({ userId, account: { id: String(account), name: 'A', username: null, phone: null } });
    if ((await this.#vault.connectionOfAccount(userId, record.account.id)) !== null) return;
    await this.#vault.commit(null, [{ type: 'connection.put', record, secret: aSecret() }]);
    this.#connections.push(record);
  }

  async check(which: number, kind: number, again: boolean): Promise<void> {
    const record = this.#connections[which % Math.max(1, this.#connections.length)];
    const [status, reason] = statuses[kind % statuses.length] ?? statuses[0];
    if (record === undefined) return;
    const generation = record.generation + (again ? 1 : 0);
    const next = { ...record, status, reason, generation };
    this.#connections[this.#connections.indexOf(record)] = next;
    await this.#vault.commit(null, [{ type: 'connection.put', record: next, secret: again ? aSecret() : null }]);
  }

  async disconnect(which: number): Promise<void> {
    const record = this.#connections[which % Math.max(1, this.#connections.length)];
    if (record === undefined) return;
    this.#connections.splice(this.#connections.indexOf(record), 1);
    await this.#vault.commit(null, [{ type: 'connection.erase', userId: record.userId, id: record.id }]);
  }

  refuse(userId: string): Promise<void> {
    const refused = { code: 'telegram.api_id_invalid' as const, at: 1_000, retryAt: null, requestId: null };
    return this.#vault.support.noteRefused(userId, refused, anEntry({ userId, action: 'attempt.refused' }));
  }

  async erase(userId: string): Promise<void> {
    await this.#vault.eraseUser(anEntry({ userId, action: 'user.erased' }));
  }

  async forget(): Promise<void> {
    await this.#vault.eraseAttemptsBefore(Number.MAX_SAFE_INTEGER);
    await this.#vault.support.forgetBefore(2_000);
  }
}

const user = fc.constantFrom('u1', 'u2', 'u3');
const where = fc.constantFrom('trouble', 'well', 'failed', 'cancelled');
const small = fc.nat({ max: 5 });
type Act = (on: Playground) => Promise<void>;
const acts: fc.Arbitrary<Act> = fc.oneof(
  user.map(
    (id): Act =>
      (on) =>
        on.start(id),
  ),
  fc.tuple(user, where).map(
    ([id, to]): Act =>
      (on) =>
        on.go(id, to as 'well'),
  ),
  fc.tuple(user, small).map(
    ([id, account]): Act =>
      (on) =>
        on.connect(id, account),
  ),
  fc.tuple(small, small, fc.boolean()).map(
    ([which, kind, again]): Act =>
      (on) =>
        on.check(which, kind, again),
  ),
  small.map(
    (which): Act =>
      (on) =>
        on.disconnect(which),
  ),
  user.map(
    (id): Act =>
      (on) =>
        on.refuse(id),
  ),
  user.map(
    (id): Act =>
      (on) =>
        on.erase(id),
  ),
  fc.constant<Act>((on) => on.forget()),
);

test('the counts are those that one would count, whatever happened', async () => {
  const vault = await new TemporaryVault().open();
  await fc.assert(
    fc.asyncProperty(fc.array(acts, { minLength: 1, maxLength: 12 }), async (work) => {
      const playground = new Playground(vault);
      for (const act of work) await act(playground);
      expect(await countsHold(vault)).toEqual([]);
    }),
    { numRuns: 25 },
  );
}, 60_000);

test('a count that is wrong is told', async () => {
  const place = new TemporaryVault();
  const vault = await place.open();
  await new Playground(vault).connect('u1', 1);
  place.tamper((db) => db.exec(`update counts set n = 7 where kind = 'status' and name = 'connected'`));
  expect(await countsHold(vault)).toEqual(['status connected: 7 noted, 1 counted']);
});
