import { join } from 'node:path';
import { bin } from './paths.mjs';
import { runTogether } from './processes/foreground.mjs';
import { readSettings, requireFree } from './processes/settings.mjs';
import { simulatorArguments } from './processes/simulator-arguments.mjs';
import { ensureInstalled } from './setup/install.mjs';
import { requireNode } from './setup/node-version.mjs';

/** Where Vite serves the page, with changes at once; it passes `/api` on to the server. */
const pageUrl = 'http://localhost:5173';

requireNode();
const settings = readSettings();
await requireFree(settings.port, settings.host, 'PORT');
await ensureInstalled();

const watched = [bin('tsx/dist/cli.mjs'), 'watch', '--clear-screen=false', '--conditions=@botize/source'];
const simulator = {
  args: [...watched, 'packages/telegram-simulator/src/main.ts', ...(await simulatorArguments(settings, pageUrl))],
};
const server = {
  args: [...watched, join('apps', 'api', 'src', 'main.ts')],
  env: {
    PUBLIC_URL: pageUrl,
    DATA_DIR: settings.dataDir,
    SIMULATOR_URL: settings.simulatorUrl,
    SIMULATOR_NETWORK_FILE: settings.networkFile,
  },
};
const page = { args: [bin('vite/bin/vite.js'), 'apps/web', '--port', '5173', '--strictPort'] };

console.log(`The page: ${pageUrl}   The simulated phone: ${settings.simulatorUrl}`);
await runTogether([...(settings.simulated ? [simulator] : []), server, page]);
