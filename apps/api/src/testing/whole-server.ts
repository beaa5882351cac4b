import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import type { LoginAttempt } from '@botize/contract';
import { startSimulator } from '@botize/telegram-simulator';
import { inspectSessions } from '@botize/vault';
import { compose } from '../compose.ts';
import { readConfig } from '../config/read-config.ts';
import { createLog } from '../http/log.ts';
import { origin } from './fixtures.ts';

/** The 256 bytes that end a session's text. */
export const keyBytesOf = (session: string) => Buffer.from(session.slice(1), 'base64').subarray(-256);

/** Every way in which a secret may lie in a file. */
const formsOf = (secret: string | Buffer): Buffer[] => {
  const raw = Buffer.from(secret);
  const aligned = [0, 1, 2].map((skip) =>
    raw
      .subarray(skip)
      .toString('base64')
      .replace(/.{0,2}=*$/, ''),
  );
  const hex = raw.toString('hex');
  const texts = [hex, hex.toUpperCase(), ...aligned].map((text) => Buffer.from(text));
  return [raw, Buffer.from(raw.toString('latin1'), 'utf16le'), ...texts];
};

/** The whole server on a real socket, with a Telegram of its own. */
export const startWholeServer = async (environment: Record<string, string> = {}) => {
  const simulator = await startSimulator();
  const dataDir = await mkdtemp(join(tmpdir(), 'whole-'));
  await chmod(dataDir, 0o700);
  const networkFile = join(dataDir, 'network.json');
  await writeFile(networkFile, JSON.stringify(simulator.network));
  const logged: string[] = [];
  const log = createLog(new Writable({ write: (chunk, _encoding, done) => (logged.push(String(chunk)), done()) }));
  const config = readConfig({ DATA_DIR: dataDir, TELEGRAM_NETWORK: networkFile, ...environment });
  const whole = await compose(config, log);
  await whole.app.listen({ host: '127.0.0.1', port: 0 });
  const rounds = whole.startSystemRounds();
  const url = `http://127.0.0.1:${(whole.app.server.address() as AddressInfo).port}`;

  const control = async (path: string, method = 'GET', body?: unknown) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${simulator.control}/control${path}`, {
      method,
      ...(body === undefined ? {} : { headers, body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status}`);
    const text = await answer.text();
    return text === '' ? null : JSON.parse(text);
  };

  return {
    logged,
    control,
    codeOf: async (phone: string): Promise<string> =>
      (await control(`/accounts/${encodeURIComponent(phone)}/code`)).code,
    url,
    vault: whole.vault,
    simulator: { url: simulator.control, network: simulator.network },
    browser: (userId: string) => openBrowser(url, { dev: { userId } }),
    /** Somebody who opens a connect link. */
    visitor: (link: string, more: { nonce?: string } = {}) =>
      openBrowser(url, { linkToken: link.split('#t=')[1], ...more }),
    /** Key ids: those that Telegram has authorised, and those of the sessions we hold. */
    keys: async () => {
      const authorized: { authKeyId: string }[] = (await control('/authorized-keys')).keys;
      const stored = await inspectSessions(whole.vault);
      return {
        authorized: authorized.map((key) => key.authKeyId).toSorted(),
        connections: stored
          .filter((one) => one.kind === 'connection')
          .map(({ session }) => whole.gateway.authKeyId(session)),
        others: stored.filter((one) => one.kind !== 'connection').length,
      };
    },
    sessions: async () => (await inspectSessions(whole.vault)).map((one) => one.session),
    /** Names of the files, and `log`, in which one of the secrets lies in any form. */
    leaksOf: async (secrets: (string | Buffer)[]) => {
      const names = (await readdir(dataDir)).filter((name) => name.startsWith('connect.db'));
      const files = await Promise.all(
        names.map(async (name) => ({ name, content: await readFile(join(dataDir, name)) })),
      );
      const places = [...files, { name: 'log', content: Buffer.from(logged.join('')) }];
      const forms = secrets.flatMap(formsOf);
      return places.filter(({ content }) => forms.some((form) => content.includes(form))).map(({ name }) => name);
    },
    stop: async () => {
      await rounds.stop();
      await whole.close();
      await simulator.close();
      await rm(dataDir, { recursive: true });
    },
  };
};

/** A page of somebody who has just signed in, or tried to: `entered` is the answer to that. */
const openBrowser = async (url: string, who: object) => {
  const send = (method: string, path: string, body?: unknown, cookie = '') =>
    fetch(url + path, {
      method,
      headers: { origin, cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const entered = await send('POST', '/api/session', who);
  const cookie = String(entered.headers.get('set-cookie')).split(';', 1)[0] ?? '';

  const ask = async (method: string, path: string, body?: unknown) => {
    const answer = await send(method, path, body, cookie);
    const text = await answer.text();
    return { status: answer.status, body: text === '' ? null : JSON.parse(text) };
  };
  const start = (credentials: object, more: object = {}) =>
    ask('POST', '/api/attempts', { credentials, consent: { version: '2026-11' }, ...more });
  /** The attempt after the command; anything but 200 is thrown. */
  const command = async (attempt: LoginAttempt, body: object): Promise<LoginAttempt> => {
    const answer = await ask('POST', `/api/attempts/${attempt.id}/commands`, { revision: attempt.revision, ...body });
    if (answer.status !== 200) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  /** Raw, for streams. */
  const open = (path: string, signal: AbortSignal) => fetch(url + path, { headers: { cookie }, signal });
  return { ask, start, command, open, entered };
};
