import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import type { Command, LoginAttempt } from '@botize/contract';
import type { SentDelivery } from '@botize/login';
import { createFakeTelegram, type FakeTelegram } from '@botize/login/testing';
import { openVault } from '@botize/vault';
import BetterSqlite3 from 'better-sqlite3';
import type { InjectOptions } from 'fastify';
import { assemble } from '../compose.ts';
import { openKeyring } from '../config/keyring.ts';
import { readConfig } from '../config/read-config.ts';
import { createLog } from '../http/log.ts';
import { origin } from './fixtures.ts';

export const phone = '+34612345678';
export const password = 'correct horse battery staple';
export const code = '12345';
export const pair = { apiId: 12345, apiHash: 'fedcba9876543210fedcba9876543210' };

const addAccount = ({ world }: FakeTelegram, number: string, more: { password?: string; delivery?: SentDelivery }) => {
  const id = String(777_000_001 + world.accounts.size);
  world.accounts.set(number, {
    account: { id, name: 'Bob', username: 'Bob_92', phone: number },
    code,
    password: more.password ?? null,
    delivery: more.delivery ?? { type: 'app', length: 5 },
    dcId: 2,
    needsEmail: false,
  });
};

type Unsent<C> = C extends Command ? Omit<C, 'revision'> : never;

/** The whole server with a Telegram behind its port, for what users do and staff then see of it. */
export const openConsole = async (environment: Record<string, string> = {}) => {
  const folder = mkdtempSync(join(tmpdir(), 'console-'));
  chmodSync(folder, 0o700);
  const logged: string[] = [];
  const log = createLog(new Writable({ write: (chunk, _encoding, done) => (logged.push(String(chunk)), done()) }));
  const config = readConfig({ DATA_DIR: folder, ...environment });
  const vault = await openVault({ databaseFile: config.databaseFile, keyring: openKeyring(config) });
  const telegram = createFakeTelegram();
  addAccount(telegram, phone, {});
  const server = await assemble(config, { networkName: 'simulator', dials: true, vault, gateway: telegram }, log);

  const signIn = async (payload: object) => {
    const entered = await server.app.inject({ method: 'POST', url: '/api/session', headers: { origin }, payload });
    const cookie = String(entered.headers['set-cookie']).split(';', 1)[0] ?? '';
    const ask = async (method: InjectOptions['method'] & string, url: string, body?: object) => {
      const more = body === undefined ? {} : { payload: body };
      const answer = await server.app.inject({ method: method as 'GET', url, headers: { origin, cookie }, ...more });
      return { status: answer.statusCode, text: answer.body, body: answer.body === '' ? null : answer.json() };
    };
    return { ask, cookie, entered };
  };

  const user = async (userId: string, label = `${userId}@example.com`) => {
    const { ask } = await signIn({ dev: { userId, label } });
    const start = (more: object = {}) =>
      ask('POST', '/api/attempts', {
        credentials: pair,
        consent: { version: '2026-11', locale: 'es', timeZone: 'Europe/Madrid' },
        ...more,
      });
    const send = async (attempt: LoginAttempt, command: Unsent<Command>): Promise<LoginAttempt> => {
      const body = { revision: attempt.revision, ...command };
      return (await ask('POST', `/api/attempts/${attempt.id}/commands`, body)).body;
    };
    /** At the step `phone`. */
    const begin = async (): Promise<LoginAttempt> => (await start()).body;
    /** At the step `code`. */
    const askCode = async (number = phone) => send(await begin(), { type: 'submit_phone', phone: number });
    const connect = async (number = phone) => send(await askCode(number), { type: 'submit_code', code });
    return { ask, start, send, begin, askCode, connect };
  };

  return {
    ...server,
    vault,
    telegram,
    logged,
    user,
    staff: async (staffId = 's1') => signIn({ dev: { userId: staffId, role: 'support', label: 'Sam' } }),
    signIn,
    addAccount: (number: string, more: Parameters<typeof addAccount>[2] = {}) => addAccount(telegram, number, more),
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
export type Console = Awaited<ReturnType<typeof openConsole>>;
