import { simulatorEntry } from './paths.mjs';
import { runTogether } from './processes/foreground.mjs';
import { readSettings, requireFree } from './processes/settings.mjs';
import { simulatorArguments } from './processes/simulator-arguments.mjs';
import { ensureBuilt } from './setup/build.mjs';
import { ensureInstalled } from './setup/install.mjs';
import { requireNode } from './setup/node-version.mjs';

requireNode();
const settings = readSettings();
await requireFree(settings.simulatorPort, '127.0.0.1', 'SIMULATOR_PORT');
await ensureInstalled();
await ensureBuilt();
await runTogether([{ args: [simulatorEntry, ...(await simulatorArguments(settings))] }]);
