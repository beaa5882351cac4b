import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { createGramjsGateway } from './index.ts';

it('loads the client library in workers only, and no worker before the first request', async () => {
  const log = { info: () => {}, warn: () => {} };
  const gateway = createGramjsGateway({ network: 'production', log });
  await gateway.release('attempt:none');
  await gateway.close();
  const { cache } = createRequire(import.meta.url);
  expect(Object.keys(cache).filter((file) => file.includes('/node_modules/telegram/'))).toEqual([]);
  expect(process.getActiveResourcesInfo()).not.toContain('Worker');
});
