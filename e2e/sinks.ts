import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import BetterSqlite3 from 'better-sqlite3';

/** A place where a secret could come to lie, and all that lies there. */
export interface Sink {
  name: string;
  content: Buffer;
}

/** A secret as it might lie somewhere: as it is, in an address, in hex, in base64 at each alignment, in UTF-16. */
export const spellingsOf = (secret: string): Buffer[] => {
  const raw = Buffer.from(secret, 'utf8');
  const aligned = [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), raw]).toString('base64');
    // The first and last characters depend on the neighbours of the secret.
    return text.slice(shift === 0 ? 0 : 4, -4);
  });
  const hex = raw.toString('hex');
  const websafe = aligned.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'));
  const texts = [encodeURIComponent(secret), hex, hex.toUpperCase(), ...aligned, ...websafe];
  const wide = Buffer.from(secret, 'utf16le');
  return [raw, ...texts.map((text) => Buffer.from(text)), wide, Buffer.from(wide).swap16()];
};

/** `secret in sink`, for each that is found. */
export const findingsIn = (sinks: readonly Sink[], secrets: Record<string, string>): string[] =>
  Object.entries(secrets).flatMap(([name, secret]) => {
    const spellings = spellingsOf(secret);
    const holding = sinks.filter(({ content }) => spellings.some((spelling) => content.includes(spelling)));
    return holding.map((sink) => `${name} in ${sink.name}`);
  });

/** The database with its log, and a backup made from it while the server runs. */
export const storedIn = async (dataDir: string): Promise<Sink[]> => {
  const names = readdirSync(dataDir).filter((name) => name.startsWith('connect.db'));
  const files = names.map((name) => ({ name, content: readFileSync(join(dataDir, name)) }));
  const folder = mkdtempSync(join(tmpdir(), 'backup-'));
  const db = new BetterSqlite3(join(dataDir, 'connect.db'), { readonly: true });
  try {
    const copy = join(folder, 'copy.db');
    await db.backup(copy);
    return [...files, { name: 'a backup', content: readFileSync(copy) }];
  } finally {
    db.close();
    rmSync(folder, { recursive: true });
  }
};

/** All that a page asks for, is told of as an error, and writes to its console. */
export const watchPage = (page: Page) => {
  const [addresses, problems, answers, words]: string[][] = [[], [], [], []];
  const reading: Promise<unknown>[] = [];
  page.on('request', (request) => addresses?.push(request.url(), request.headers()['referer'] ?? ''));
  page.on('console', (message) => words?.push(message.text()));
  page.on('pageerror', (error) => words?.push(String(error)));
  page.on('response', (response) => {
    if (!response.url().includes('/api/') || response.url().endsWith('/events')) return;
    const read = response.text().then(
      (body) => void (response.status() >= 400 ? problems : answers)?.push(body),
      () => undefined,
    );
    reading.push(read);
  });
  return async (): Promise<Sink[]> => {
    await Promise.all(reading);
    const sinkOf = (name: string, lines: string[] | undefined) => ({
      name,
      content: Buffer.from(lines?.join('\n') ?? ''),
    });
    return [
      sinkOf('an address', addresses),
      sinkOf('an error', problems),
      sinkOf('an answer', answers),
      sinkOf('the console', words),
    ];
  };
};

/** What stays in the browser, cookies aside, and what the page shows. */
export const keptBy = async (page: Page): Promise<Sink[]> => {
  const kept = await page.evaluate(async () => {
    const databases = await indexedDB.databases();
    const stores = [{ ...localStorage }, { ...sessionStorage }, history.state, location.href, document.title];
    const typed = [...document.querySelectorAll('input')].map((input) => input.value);
    return JSON.stringify([...stores, databases, await caches.keys(), typed, window.name]);
  });
  return [
    { name: 'the browser', content: Buffer.from(kept) },
    { name: 'the page', content: Buffer.from(await page.content()) },
  ];
};

/** The host's side: takes webhooks and keeps all that they say. */
export const startWebhookReceiver = async () => {
  const received: string[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push(JSON.stringify(request.headers), Buffer.concat(chunks).toString());
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    events: () => received.length / 2,
    sink: (): Sink => ({ name: 'a webhook', content: Buffer.from(received.join('\n')) }),
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
};
