import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backUp } from '@botize/vault';
import BetterSqlite3 from 'better-sqlite3';
import { expect, it } from 'vitest';
import { requestOf, routeCases } from './testing/route-cases.ts';
import { twoUsers, type TwoUsers } from './testing/two-users.ts';

/** The stored envelopes of a user's connections in pieces of 24 bytes, of which none may be left anywhere. */
const envelopePieces = ({ databaseFile }: TwoUsers, userId: string): Buffer[] => {
  const db = new BetterSqlite3(databaseFile, { readonly: true });
  const select = 'select envelope from connections where user_id = ?';
  const envelopes = db.prepare(select).pluck().all(userId) as Buffer[];
  db.close();
  return envelopes.flatMap((envelope) =>
    Array.from({ length: Math.floor(envelope.length / 24) }, (_, n) => envelope.subarray(n * 24, n * 24 + 24)),
  );
};

const filesIn = (folder: string, begins: string) =>
  readdirSync(folder)
    .filter((name) => name.startsWith(begins))
    .map((name) => ({ name, content: readFileSync(join(folder, name)) }));

/** Where something of it is left: the database, its log, or a backup made now. */
const tracesOf = async ({ folder, databaseFile }: TwoUsers, pieces: Buffer[]): Promise<string[]> => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'backup-'));
  await backUp(databaseFile, join(elsewhere, 'backup.db'));
  const files = [...filesIn(folder, 'connect.db'), ...filesIn(elsewhere, 'backup.db')];
  rmSync(elsewhere, { recursive: true });
  return files.filter(({ content }) => pieces.some((piece) => content.includes(piece))).map(({ name }) => name);
};

it.each([
  ['DELETE', '/api/connections/:id'],
  ['DELETE', '/api/users/me'],
  ['DELETE', '/api/v1/connections/:id'],
  ['DELETE', '/api/v1/users/:id'],
] as const)('after %s %s nothing of the session is left in database, log or a backup', async (method, url) => {
  const server = await twoUsers();
  try {
    const pieces = envelopePieces(server, 'u1');
    const others = envelopePieces(server, 'u2');
    expect(pieces.length).toBeGreaterThan(10);
    expect(await tracesOf(server, pieces)).toContain('backup.db');

    const routeCase = routeCases[`${method} ${url}`];
    if (routeCase === undefined) throw new Error('no case');
    const request = requestOf({ method, url }, routeCase, 'own');
    const headers = await server.headersOf[url.startsWith('/api/v1/') ? 'host' : 'user'](null);
    const answer = await server.ask({ ...request, headers: { ...request.headers, ...headers } });
    expect(answer.statusCode, answer.body).toBe(200);

    expect(await tracesOf(server, pieces)).toEqual([]);
    expect(await tracesOf(server, others)).toContain('backup.db');
  } finally {
    await server.stop();
  }
});
