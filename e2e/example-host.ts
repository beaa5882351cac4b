import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, type Page } from '@playwright/test';
import type { Stack } from '@botize/testkit/stack';

const program = fileURLToPath(new URL('../examples/host/host.mjs', import.meta.url));
const secret = `whsec_${Buffer.alloc(32, 5).toString('base64')}`;

export const apiKey = 'key-of-the-example-host-0123456789';

/** What the server has to know of the example host: where people see it, and where its program listens. */
export const hostSettings = (seenAt: string, listensAt: string) => ({
  HOST_API_KEY: apiKey,
  WEBHOOK_SECRET: secret,
  WEBHOOK_URL: `${listensAt}/webhooks`,
  RETURN_ORIGINS: seenAt,
  EMBED_ORIGINS: seenAt,
});

interface HostOptions {
  stack: Stack;
  port: number;
  env?: Record<string, string>;
}

/** Starts `examples/host` on 127.0.0.1; resolves to the way to stop it. */
export const startExampleHost = async ({ stack, port, env = {} }: HostOptions) => {
  const child = spawn(process.execPath, [program], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      HOST_API_KEY: apiKey,
      WEBHOOK_SECRET: secret,
      CONNECT_URL: stack.url,
      EXAMPLE_PORT: String(port),
      NETWORK_FILE: `${stack.dataDir}/simulator-network.json`,
      ...env,
    },
  });
  await once(child.stdout, 'data');
  return async () => {
    child.kill();
    await once(child, 'exit');
  };
};

export const signInAtHost = async (page: Page, hostUrl: string, id: string) => {
  await page.goto(hostUrl);
  await page.getByLabel('Name').fill(id);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText(`Signed in as ${id}`)).toBeVisible();
};
