import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { cacheFolder, root } from '../paths.mjs';
import { runOrStop } from '../processes/run.mjs';

const stamp = join(cacheFolder, 'installed');
const lockfile = join(root, 'package-lock.json');
const npmsOwnNote = join(root, 'node_modules', '.package-lock.json');

const lockHash = () => createHash('sha256').update(readFileSync(lockfile)).digest('hex');

const note = () => {
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, lockHash());
};

/** Compiled for another Node.js or another machine, it throws. */
const databaseLoads = () => {
  try {
    const Database = createRequire(join(root, 'package.json'))('better-sqlite3');
    new Database(':memory:').close();
    return true;
  } catch {
    return false;
  }
};

/** Somebody ran npm by hand since the lockfile changed last. npm writes its note some moments before the lockfile. */
const installedByHand = () => statSync(npmsOwnNote).mtimeMs + 5000 >= statSync(lockfile).mtimeMs;

const isInstalled = () => {
  if (!existsSync(npmsOwnNote) || !databaseLoads()) return false;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lockHash()) return true;
  if (!installedByHand()) return false;
  note();
  return true;
};

/** Installs exactly what package-lock.json says, unless that has been done already. Says what it does. */
export const ensureInstalled = async () => {
  if (isInstalled()) return;
  await runOrStop({
    what: 'installing packages (npm ci)',
    command: process.platform === 'win32' ? 'npm.cmd' : 'npm',
    args: ['ci', '--no-audit', '--no-fund', '--loglevel=error'],
    hint: 'compiling better-sqlite3 takes a minute or two (more on a busy machine) where its download is unreachable',
  });
  note();
};
