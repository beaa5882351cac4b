import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder, without a slash at the end. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

/** Where scripts note what they have done already; thrown away with node_modules. */
export const cacheFolder = join(root, 'node_modules', '.cache', 'botize');

export const serverEntry = join(root, 'apps', 'api', 'dist', 'main.js');
export const adminEntry = join(root, 'apps', 'api', 'dist', 'admin', 'main.js');
export const batteryEntry = join(root, 'bench', 'dist', 'battery', 'main.js');
export const simulatorEntry = join(root, 'packages', 'telegram-simulator', 'dist', 'main.js');
export const webPage = join(root, 'apps', 'web', 'dist', 'index.html');

/** The command-line program of an installed package, to be run with this Node.js. */
export const bin = (/** @type {string} */ path) => join(root, 'node_modules', ...path.split('/'));
