import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { HostScope } from '@botize/contract';
import type { TelegramGateway } from '@botize/login';
import { createFakeTelegram } from '@botize/login/testing';
import { aConnection, anAttempt, aSecret } from '@botize/testkit/vault-records';
import { openVault } from '@botize/vault';
import BetterSqlite3 from 'better-sqlite3';
import type { InjectOptions } from 'fastify';
import { assemble } from '../compose.ts';
import { openKeyring } from '../config/keyring.ts';
import { readConfig } from '../config/read-config.ts';
import { createLog } from '../http/log.ts';
import { origin } from './fixtures.ts';

const id = (prefix: string, letter: string) => `${prefix}_${letter.repeat(22)}`;

/** What two users own, and what nobody does. */
export const objects = {
  own: {
    attempt: id('att', 'A'),
    connection: id('con', 'A'),
    lease: id('lse', 'A'),
    delivery: id('evt', 'A'),
    code: 'A'.repeat(43),
  },
  foreign: {
    attempt: id('att', 'B'),
    connection: id('con', 'B'),
    lease: id('lse', 'B'),
    delivery: id('evt', 'B'),
    code: 'B'.repeat(43),
  },
  absent: {
    attempt: id('att', 'Z'),
    connection: id('con', 'Z'),
    lease: id('lse', 'Z'),
    delivery: id('evt', 'Z'),
    code: 'Z'.repeat(43),
  },
} as const;
export type Ownership = keyof typeof objects;

/** Everybody who may knock. `staff_namesake`: a member of staff whose id happens to be that of a user. */
export const roles = [
  'signed_out',
  'signed_out_since',
  'user',
  'other_user',
  'support',
  'staff_namesake',
  'host',
  'host_without_scope',
  'host_revoked',
  'host_unknown',
  'operator',
] as const;
export type Caller = (typeof roles)[number];

const metricsToken = 'token-of-whoever-watches-0123456789';

const hour = 3_600_000;
const account = (n: number) => ({ id: String(n), name: 'A', username: null, phone: null });

type Assembled = Awaited<ReturnType<typeof assemble>>;

const pair = { apiId: 12345, apiHash: '0123456789abcdef0123456789abcdef' };

const freshSession = async (gateway: TelegramGateway): Promise<string> => {
  const opened = await gateway.openKey({ key: 'any', credentials: pair, dcId: null });
  if (opened.kind !== 'opened') throw new Error('no key');
  return opened.session;
};

const fill = async ({ vault }: Assembled, gateway: TelegramGateway) => {
  const expiresAt = Date.now() + hour;
  for (const [userId, mine, n] of [
    ['u1', objects.own, 1],
    ['u2', objects.foreign, 2],
  ] as const) {
    const session = await freshSession(gateway);
    const attempt = anAttempt({ id: mine.attempt, userId, expiresAt });
    const signIn = { ...attempt.signIn, credentials: pair, session };
    await vault.insertAttempt({ ...attempt, signIn }, []);
    const record = aConnection({ id: mine.connection, userId, account: account(n) });
    await vault.commit(null, [
      { type: 'connection.put', record, secret: aSecret({ session: await freshSession(gateway) }) },
    ]);
    await vault.host.addCompletion(
      { userId, connectionId: record.id, outcome: 'created', createdAt: 1, expiresAt },
      mine.code,
    );
  }
};

/**
 * The whole server on a database of its own, without a network. u1 owns `objects.own`, u2 `objects.foreign`.
 */
export const twoUsers = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'two-'));
  chmodSync(folder, 0o700);
  const logged: string[] = [];
  const log = createLog(new Writable({ write: (chunk, _encoding, done) => (logged.push(String(chunk)), done()) }));
  const config = { ...readConfig({ DATA_DIR: folder, METRICS_TOKEN: metricsToken }), limits: false };
  const vault = await openVault({ databaseFile: config.databaseFile, keyring: openKeyring(config) });
  const gateway = createFakeTelegram();
  const server = await assemble(config, { networkName: 'simulator', dials: true, vault, gateway }, log);
  await fill(server, gateway);

  const addKey = async (name: string, scopes: HostScope[]) => {
    await vault.host.addKey({ id: `key_${name}`, name, scopes, createdAt: 1 }, `secret-${name}`);
    return { authorization: `Bearer secret-${name}` };
  };
  const every = [...HostScope.options];
  const keys = { host: await addKey('host', every), revoked: await addKey('revoked', every) };
  await vault.host.revokeKey('key_revoked', 2);
  const without = new Map<HostScope, Record<string, string>>();
  for (const scope of every) {
    without.set(
      scope,
      await addKey(
        `without-${scope}`,
        every.filter((one) => one !== scope),
      ),
    );
  }

  const signIn = async (userId: string, role: 'user' | 'support' = 'user') => {
    const request = {
      method: 'POST',
      url: '/api/session',
      headers: { origin },
      payload: { dev: { userId, role } },
    } as const;
    const cookie = String((await server.app.inject(request)).headers['set-cookie']).split(';', 1)[0] ?? '';
    return { origin, cookie };
  };
  const since = await signIn('u1');
  await server.app.inject({ method: 'DELETE', url: '/api/session', headers: since });

  const headersOf: Record<Caller, (scope: HostScope | null) => Promise<Record<string, string>>> = {
    signed_out: async () => ({ origin }),
    signed_out_since: async () => since,
    user: () => signIn('u1'),
    other_user: () => signIn('u2'),
    support: () => signIn('s1', 'support'),
    staff_namesake: () => signIn('u1', 'support'),
    host: async () => ({ origin, ...keys.host }),
    host_without_scope: async (scope) => ({ origin, ...(scope === null ? keys.host : without.get(scope)) }),
    host_revoked: async () => ({ origin, ...keys.revoked }),
    host_unknown: async () => ({ origin, authorization: 'Bearer nobody-has-this' }),
    operator: async () => ({ origin, authorization: `Bearer ${metricsToken}` }),
  };

  return {
    ...server,
    logged,
    folder,
    databaseFile: config.databaseFile,
    keys,
    headersOf,
    ask: (request: InjectOptions & { url: string }) => server.app.inject(request),
    /** All that a refused request must not change. */
    belongings: (): string => {
      const db = new BetterSqlite3(config.databaseFile, { readonly: true });
      const tables = [
        'attempts',
        'connections',
        'retired_keys',
        'completions',
        'connect_links',
        'host_leases',
        'outbox',
      ];
      const all = tables.map((table) => db.prepare(`select * from ${table}`).all());
      db.close();
      return JSON.stringify(all);
    },
    /** What an intruder with the database could do to it. */
    tamper: (sql: string) => {
      const db = new BetterSqlite3(config.databaseFile);
      db.exec(sql);
      db.close();
    },
    stop: async () => {
      await server.close();
      rmSync(folder, { recursive: true });
    },
  };
};
export type TwoUsers = Awaited<ReturnType<typeof twoUsers>>;
