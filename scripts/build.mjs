import { ensureBuilt } from './setup/build.mjs';
import { ensureInstalled } from './setup/install.mjs';
import { requireNode } from './setup/node-version.mjs';

requireNode();
await ensureInstalled();
console.log((await ensureBuilt()).join('\n'));
