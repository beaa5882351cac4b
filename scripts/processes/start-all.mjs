import { join } from 'node:path';
import { serverEntry, simulatorEntry } from '../paths.mjs';
import { followNpm } from './follow-npm.mjs';
import { answers } from './ports.mjs';
import { simulatorArguments } from './simulator-arguments.mjs';
import { supervise } from './supervise.mjs';

const patience = 60_000;

/** @typedef {ReturnType<typeof import('./settings.mjs').readSettings>} Settings */

const startSimulator = async (/** @type {Settings} */ settings) =>
  supervise({
    name: 'simulator',
    entry: simulatorEntry,
    args: await simulatorArguments(settings),
    env: process.env,
    log: join(settings.dataDir, 'simulator.log'),
  });

const startServer = (/** @type {Settings} */ settings) =>
  supervise({
    name: 'server',
    entry: serverEntry,
    env: {
      ...process.env,
      PORT: String(settings.port),
      DATA_DIR: settings.dataDir,
      ...(settings.network && { TELEGRAM_NETWORK: settings.network }),
      ...(settings.simulated && {
        SIMULATOR_URL: settings.simulatorUrl,
        SIMULATOR_NETWORK_FILE: settings.networkFile,
      }),
    },
    log: join(settings.dataDir, 'server.log'),
  });

const greeting = (/** @type {Settings} */ { publicUrl, simulated, simulatorUrl, dataDir, network }) => `
Botize Telegram Connect is ready:  ${publicUrl}
${
  simulated
    ? `
Telegram is simulated: no real account is touched. To try it:
  API ID    12345
  API hash  0123456789abcdef0123456789abcdef
  Number    +34612345678   (its code shows up at ${simulatorUrl})
  Number    +212600000873  (has a cloud password: misu2009)
`
    : `
Telegram network: ${network || 'production'}
`
}
Logs and data: ${dataDir}     Stop: Ctrl+C
`;

/** Starts what is needed, says where to go, and ends everything with this program. */
export const startAll = async (/** @type {Settings} */ settings) => {
  /** @type {ReturnType<typeof supervise>[]} */
  const programs = [];
  let stopping = false;
  const stopAll = async (/** @type {number} */ code) => {
    if (stopping) return;
    stopping = true;
    console.log('Stopping …');
    // The server first: it may still have something to say to Telegram.
    for (const program of [...programs].reverse()) await program.stop();
    process.exit(code);
  };
  process.on('SIGINT', () => void stopAll(0));
  process.on('SIGTERM', () => void stopAll(0));
  process.on('SIGHUP', () => void stopAll(0));
  followNpm(() => void stopAll(0));

  const failed = () => programs.some((program) => program.crashes() > 2);
  if (settings.simulated) {
    programs.push(await startSimulator(settings));
    if (!(await answers(`${settings.simulatorUrl}/control/health`, patience, failed))) {
      console.error(`The simulator doesn't answer at ${settings.simulatorUrl}.`);
      return stopAll(1);
    }
  }
  programs.push(startServer(settings));
  if (!(await answers(`http://${settings.host}:${settings.port}/readyz`, patience, failed))) {
    console.error(`The server doesn't answer at http://${settings.host}:${settings.port}/readyz.`);
    return stopAll(1);
  }
  if (!stopping) console.log(greeting(settings));
};
