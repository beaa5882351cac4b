import { ensureBuilt } from './setup/build.mjs';
import { ensureInstalled } from './setup/install.mjs';
import { requireNode } from './setup/node-version.mjs';
import { startAll } from './processes/start-all.mjs';
import { readSettings, requireFree } from './processes/settings.mjs';

requireNode();
const settings = readSettings();
await requireFree(settings.port, settings.host, 'PORT');
if (settings.simulated) await requireFree(settings.simulatorPort, '127.0.0.1', 'SIMULATOR_PORT');
await ensureInstalled();
await ensureBuilt();
await startAll(settings);
