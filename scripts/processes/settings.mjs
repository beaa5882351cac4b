import { isAbsolute, join, resolve } from 'node:path';
import { root } from '../paths.mjs';
import { freePort, isFree } from './ports.mjs';

const portOf = (/** @type {string} */ name, /** @type {number} */ otherwise) => {
  const value = Number(process.env[name] || otherwise);
  if (Number.isInteger(value) && value > 0 && value < 65_536) return value;
  console.error(`${name} is "${process.env[name]}"; a port is a number from 1 to 65535.`);
  process.exit(1);
};

/** What the environment says about where things run; everything else is for the server to read. */
export const readSettings = () => {
  const port = portOf('PORT', 3000);
  const dataDir = resolve(root, process.env['DATA_DIR'] || 'data');
  const network = process.env['TELEGRAM_NETWORK'] || (process.env['NODE_ENV'] === 'production' ? '' : 'simulator');
  const simulatorPort = portOf('SIMULATOR_PORT', 3001);
  return {
    port,
    host: process.env['HOST'] || '127.0.0.1',
    publicUrl: process.env['PUBLIC_URL'] || `http://localhost:${port}`,
    dataDir,
    network: network.endsWith('.json') && !isAbsolute(network) ? join(root, network) : network,
    simulated: network === 'simulator',
    simulatorPort,
    simulatorUrl: `http://127.0.0.1:${simulatorPort}`,
    networkFile: join(dataDir, 'simulator-network.json'),
  };
};

/** Ends the program, naming the variable to change, when somebody else listens on a port we need. */
export const requireFree = async (
  /** @type {number} */ port,
  /** @type {string} */ host,
  /** @type {string} */ variable,
) => {
  if (await isFree(port, host)) return;
  console.error(
    `Port ${port} is taken by another program. Stop that one, or choose another port: ${variable}=${port + 100} npm start`,
  );
  process.exit(1);
};

/** Ports of the three simulated data centres: the usual ones, others where those are taken. */
export const dataCentrePorts = async () => {
  const usual = (process.env['SIMULATOR_DC_PORTS'] || '4431,4432,4433').split(',').map(Number);
  return Promise.all(usual.map(async (port) => ((await isFree(port)) ? port : freePort())));
};
