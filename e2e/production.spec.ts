import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { startStack } from '@botize/testkit/stack';
import { adminEntry } from '../scripts/paths.mjs';
import { selfSigned } from './tls/self-signed.ts';
import { startTlsProxy } from './tls/tls-proxy.ts';

test.use({ ignoreHTTPSErrors: true });

test('in production, behind a proxy: keys made by hand, https alone, nobody signs in without a link', async ({
  page,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'botize-production-'));
  const proxy = await startTlsProxy(selfSigned());
  const url = `https://localhost:${proxy.port}`;
  const env = {
    NODE_ENV: 'production',
    PUBLIC_URL: url,
    TRUST_PROXY: '1',
    DATA_DIR: join(folder, 'data'),
    VAULT_KEYS_FILE: join(folder, 'keys', 'vault-keys.json'),
    // Nothing of this test asks Telegram anything.
    TELEGRAM_NETWORK: 'test',
    LIMITS: 'on',
    METRICS_TOKEN: 'token-of-whoever-watches-0123456789',
  };
  const admin = (...args: string[]) => {
    const done = spawnSync(process.execPath, [adminEntry, ...args], { env: { ...process.env, ...env } });
    expect(done.status, String(done.stderr)).toBe(0);
    return String(done.stdout);
  };
  admin('keys', 'create');
  const stack = await startStack({ env });
  try {
    proxy.leadTo(Number(new URL(stack.url).port));
    const key = /\S{40,}/.exec(admin('host-keys', 'create', 'backend', 'links'))?.[0] ?? '';
    const made = await page.request.post(`${url}/api/v1/connect-links`, {
      headers: { authorization: `Bearer ${key}` },
      data: { userId: 'u1', userLabel: 'ana@example.com' },
    });
    expect(made.status(), await made.text()).toBe(201);
    const link = (await made.json()) as { url: string };
    const opened = await page.goto(link.url);
    await expect(page.locator('main[data-step="credentials"]')).toBeVisible();
    await expect(page.getByText('ana@example.com')).toBeVisible();
    expect(page.url()).toBe(`${url}/connect`);
    const headers = opened?.headers() ?? {};
    expect(headers['strict-transport-security']).toBe('max-age=31536000');
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    const [cookie, ...more] = await page.context().cookies();
    expect(cookie).toMatchObject({ name: '__Host-botize', secure: true, httpOnly: true, sameSite: 'Lax', path: '/' });
    expect(more).toEqual([]);

    const post = (origin: string) =>
      page.request.post(`${url}/api/session`, { headers: { origin }, data: { dev: { userId: 'u1' } } });
    expect((await post(url)).status()).toBe(403);
    expect(await (await post(stack.url)).json()).toMatchObject({ code: 'request.origin' });
    const metrics = (authorization: string) => page.request.get(`${url}/metrics`, { headers: { authorization } });
    expect((await metrics('Bearer nobody')).status()).toBe(401);
    expect((await metrics(`Bearer ${env.METRICS_TOKEN}`)).status()).toBe(200);
  } finally {
    await stack.stop();
    proxy.stop();
    rmSync(folder, { recursive: true });
  }
});
