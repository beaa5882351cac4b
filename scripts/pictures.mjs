import { ensureBuilt } from './setup/build.mjs';
import { ensureInstalled } from './setup/install.mjs';
import { requireNode } from './setup/node-version.mjs';

requireNode();
await ensureInstalled();
await ensureBuilt();
const { startStack } = await import('@botize/testkit/stack');
const { takePictures } = await import('./pictures/take.mjs');

const stack = await startStack();
try {
  await takePictures(stack.url);
} finally {
  await stack.stop();
}
