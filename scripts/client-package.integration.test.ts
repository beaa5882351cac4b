import { execFileSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bin, root } from './paths.mjs';

let folder: string;
let files: string[];
const unpacked = () => join(folder, 'node_modules/@botize/telegram-connect');
const node = (...args: string[]) => execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });

/** What `npm pack` makes, unpacked as npm would, in a folder that knows nothing of this repository but its dependencies. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'client-package-'));
  const packed = execFileSync('npm', ['pack', '--json', '--silent', '--pack-destination', folder], {
    cwd: join(root, 'packages/client'),
    encoding: 'utf8',
  });
  const found = JSON.parse(packed.slice(packed.indexOf('['))) as { filename: string; files: { path: string }[] }[];
  files = found[0]?.files.map(({ path }) => path) ?? [];
  mkdirSync(unpacked(), { recursive: true });
  mkdirSync(join(folder, 'node_modules/@types'));
  execFileSync('tar', ['-xzf', join(folder, found[0]?.filename ?? ''), '--strip-components=1', '-C', unpacked()]);
  for (const name of ['telegram', '@types/node']) {
    symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name));
  }
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'consumer', private: true, type: 'module' }));
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

test('holds what was built, and neither sources nor tests', () => {
  expect(files).toContain('README.md');
  expect(files).toContain('dist/index.js');
  expect(files).toContain('dist/index.d.ts');
  expect(files.filter((path) => /(^|\/)(src|testing)\/|\.test\.|tsbuildinfo/.test(path))).toEqual([]);
  const { dependencies, private: isPrivate } = JSON.parse(readFileSync(join(unpacked(), 'package.json'), 'utf8'));
  expect([Object.keys(dependencies), isPrivate]).toEqual([['telegram'], undefined]);
});

test('runs where it is installed', () => {
  const secret = Buffer.alloc(32, 7);
  const timestamp = Math.floor(Date.now() / 1000);
  const body = JSON.stringify({ type: 'connection.connected', timestamp: new Date().toISOString(), data: {} });
  const signature = createHmac('sha256', secret).update(`evt_1.${timestamp}.${body}`).digest('base64');
  const headers = {
    'webhook-id': 'evt_1',
    'webhook-timestamp': `${timestamp}`,
    'webhook-signature': `v1,${signature}`,
  };
  writeFileSync(
    join(folder, 'consumer.mjs'),
    `import { createConnect, WebhookRejected } from '@botize/telegram-connect';
const webhookSecrets = [${JSON.stringify(`whsec_${secret.toString('base64')}`)}];
const connect = createConnect({ url: 'https://connect.example.com', apiKey: 'key', webhookSecrets });
const [headers, body] = [${JSON.stringify(headers)}, ${JSON.stringify(body)}];
const { id, type } = connect.verifyWebhook({ headers, body });
let refused = false;
try { connect.verifyWebhook({ headers, body: body + ' ' }); } catch (error) { refused = error instanceof WebhookRejected; }
console.log(JSON.stringify({ id, type, refused }));`,
  );
  expect(JSON.parse(node('consumer.mjs'))).toEqual({ id: 'evt_1', type: 'connection.connected', refused: true });
});

test('has types, and they tell right from wrong', () => {
  const consumer = `import { createConnect, type Connection, ConnectProblem } from '@botize/telegram-connect';
const connect = createConnect({ url: 'https://connect.example.com', apiKey: 'key' });
export const names = async (id: string): Promise<string[]> => {
  const { url } = await connect.createConnectLink({ userId: 'u1', userLabel: 'Ana', returnUrl: 'https://a.example/' });
  const found: Connection[] = [];
  for await (const connection of connect.connections.all({ status: 'connected' })) found.push(connection);
  const name = await connect.withSession(id, async (telegram, { fence, signal }) => {
    signal.throwIfAborted();
    return \`\${(await telegram.getMe()).firstName} \${fence.toFixed()}\`;
  });
  return [url, name, ...found.map(({ reference }) => reference)];
};
export const codeOf = (error: unknown) => (error instanceof ConnectProblem ? error.code : null);
// @ts-expect-error -- no such status
void connect.connections.list({ status: 'lost' });
// @ts-expect-error -- whose code it is has to be said
void connect.complete('code');
`;
  writeFileSync(join(folder, 'consumer.ts'), consumer);
  for (const way of ['nodenext', 'bundler']) {
    const compilerOptions = {
      strict: true,
      noEmit: true,
      target: 'ES2023',
      module: way === 'bundler' ? 'esnext' : 'nodenext',
      moduleResolution: way,
      types: ['node'],
      skipLibCheck: true,
    };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['consumer.ts'] }));
    expect(node(bin('typescript/bin/tsc'), '-p', 'tsconfig.json')).toBe('');
  }
});
