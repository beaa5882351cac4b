import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { bin, root } from '../paths.mjs';

const compiledRooms = () => [
  join(root, 'apps', 'api'),
  join(root, 'bench'),
  ...readdirSync(join(root, 'packages')).map((name) => join(root, 'packages', name)),
];

/**
 * Arguments for Node to run `tsc -b`. It rebuilds only what is stale, yet believes its own notes, which lie elsewhere:
 * after a deleted `dist` it must be forced.
 */
export const compilerArguments = (/** @type {string[]} */ projects = []) => {
  const lost = compiledRooms().some((room) => !existsSync(join(room, 'dist')));
  return [bin('typescript/bin/tsc'), '-b', ...projects, ...(lost ? ['--force'] : [])];
};
