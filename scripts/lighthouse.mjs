import { ensureBuilt } from './setup/build.mjs';
import { ensureInstalled } from './setup/install.mjs';
import { requireNode } from './setup/node-version.mjs';

requireNode();
await ensureInstalled();
await ensureBuilt();
const { startStack } = await import('@botize/testkit/stack');
const { ensureLighthouse } = await import('./lighthouse/run.mjs');
const { measure } = await import('./lighthouse/measure.mjs');

await ensureLighthouse();
const stack = await startStack();
try {
  process.exitCode = (await measure(stack)) ? 0 : 1;
} finally {
  await stack.stop();
}
