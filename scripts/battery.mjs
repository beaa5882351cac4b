import { spawnSync } from 'node:child_process';
import { batteryEntry } from './paths.mjs';
import { ensureBuilt } from './setup/build.mjs';
import { ensureInstalled } from './setup/install.mjs';
import { requireNode } from './setup/node-version.mjs';

requireNode();
await ensureInstalled();
await ensureBuilt();
const { status } = spawnSync(process.execPath, [batteryEntry, ...process.argv.slice(2)], { stdio: 'inherit' });
process.exitCode = status ?? 1;
