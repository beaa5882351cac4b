import { join } from 'node:path';
import { dataCentrePorts } from './settings.mjs';

/** How the simulator is started: its ports, its state, and the file that tells the server where it is. */
export const simulatorArguments = async (
  /** @type {ReturnType<typeof import('./settings.mjs').readSettings>} */ settings,
  wizardUrl = settings.publicUrl,
) => [
  '--port',
  String(settings.simulatorPort),
  '--dc-ports',
  (await dataCentrePorts()).join(','),
  '--data',
  join(settings.dataDir, 'simulator.db'),
  '--network-file',
  settings.networkFile,
  '--wizard-url',
  wizardUrl,
];
