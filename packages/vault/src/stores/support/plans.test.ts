import type { AttemptsWith, ConnectionsWith, Place, RefusedWith, Standing } from '@botize/login';
import { aConnection, aSecret } from '@botize/testkit/vault-records';
import BetterSqlite3 from 'better-sqlite3';
import { expect, test, vi } from 'vitest';
import { TemporaryVault } from '../../testing/temporary-vault.ts';

const original = BetterSqlite3.prototype.prepare;
const hash = 'a'.repeat(64);
const standing: Standing = 'stuck';
const attempts: AttemptsWith[] = [
  { standing },
  { standing, step: 'code' },
  { userId: 'u1', standing },
  { phone: hash, standing },
  { reference: 'CN-7K3M-Q2WD' },
];
const connections: ConnectionsWith[] = [
  { status: 'connected' },
  { status: 'suspended', reason: 'banned' },
  { userId: 'u1' },
  { username: 'bob' },
  { phone: hash },
  { reference: 'CN-7K3M-Q2WD' },
  { id: `con_${'A'.repeat(22)}` },
];
const refused: RefusedWith[] = [{ anybody: true }, { userId: 'u1' }, { requestId: `req_${'A'.repeat(22)}` }];

/** Tables with a row for each thing that is counted, however many things there are. */
const isSmall = (step: string) => /^SCAN (counts|CONSTANT ROW|\d+)/.test(step);

test('no question of the console reads a whole table, and no page is sorted', async () => {
  const place = new TemporaryVault();
  const vault = await place.open();
  await vault.commit(null, [{ type: 'connection.put', record: aConnection(), secret: aSecret() }]);
  const asked = new Set<string>();
  const prepare = vi.spyOn(BetterSqlite3.prototype, 'prepare').mockImplementation(function (
    this: BetterSqlite3.Database,
    text: string,
  ) {
    asked.add(text);
    return original.call(this, text);
  } as never);
  const { support } = vault;
  const places: (Place | null)[] = [null, ...[0, 1, 2].map((rank) => ({ since: 5, rank, id: 'x' }))];
  for (const after of places) {
    for (const from of [0, 4]) await support.rows({ attempts, refused, connections, from, after, limit: 50 });
  }
  await support.peopleCalled('a', null, 10);
  await support.peopleCalled('a', { key: 'ab', userId: 'u1' }, 10);
  for (const ask of ['person', 'isKnown', 'attemptsOf', 'connectionsOf', 'eventsOf', 'numbersOf', 'version'] as const) {
    await support[ask]('u1');
  }
  for (const ask of ['attempt', 'connection'] as const) await support[ask]('x');
  await support.version(null);
  await support.looksOf('~s1', 5, 50);
  await support.counts();
  await support.tallies(1);
  prepare.mockRestore();

  const queries = [...asked].filter((text) => text.trimStart().startsWith('select'));
  expect(queries.length).toBeGreaterThan(40);
  const db = place.reader();
  for (const text of queries) {
    const values = Array.from({ length: text.split('?').length - 1 }, () => null);
    const plan = db.prepare(`explain query plan ${text}`).all(...values) as { detail: string }[];
    const steps = plan.map(({ detail }) => detail);
    const scans = steps.filter((step) => step.startsWith('SCAN') && !isSmall(step));
    expect(scans, text).toEqual([]);
    const isList = /order by "(state_since|status_since|refused_at)"/.test(text);
    const isOne = /"(reference|id|refused_request_id)" = \?|"refused_code" is not null and "user_id" = \?/.test(text);
    if (isList && !isOne) expect(steps.join(), text).not.toContain('TEMP B-TREE');
  }
});
