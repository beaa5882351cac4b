import { spawnSync } from 'node:child_process';
import { adminEntry } from './paths.mjs';
import { nodeWithoutCoreDumps } from './processes/without-core-dumps.mjs';
import { ensureBuilt } from './setup/build.mjs';
import { ensureInstalled } from './setup/install.mjs';
import { requireNode } from './setup/node-version.mjs';

requireNode();
await ensureInstalled();
await ensureBuilt();
const [command, args] = nodeWithoutCoreDumps([adminEntry, ...process.argv.slice(2)]);
const { status } = spawnSync(command, args, { stdio: 'inherit' });
process.exitCode = status ?? 1;
