import { bin } from './paths.mjs';
import { runOrStop } from './processes/run.mjs';
import { ensureInstalled } from './setup/install.mjs';
import { requireNode } from './setup/node-version.mjs';

requireNode();
await ensureInstalled();
const requests = process.argv[2] ?? '100000';
await runOrStop({
  what: `sending ${requests} requests that nobody in their right mind would send`,
  command: process.execPath,
  args: [bin('vitest/vitest.mjs'), 'run', '--project', 'unit', 'apps/api/src/fuzz.test.ts'],
  env: { FUZZ_REQUESTS: requests },
});
