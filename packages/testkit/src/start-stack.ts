import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProgram, type ChildProgram } from './stack/child-program.ts';
import { expectAllKnown, expectNoOrphans, type KnownKeys } from './stack/key-oracle.ts';
import { startOwnSimulator } from './stack/own-simulator.ts';
import { freePort, serverEntry } from './stack/places.ts';
import { simulatorControl, type SimulatorControl } from './stack/simulator-control.ts';
import { waitUntil } from './stack/wait-until.ts';

export { startOwnSimulator, type OwnSimulator } from './stack/own-simulator.ts';
export { simulatorControl, type SimulatorControl } from './stack/simulator-control.ts';
export { expectAllKnown, expectNoOrphans, readKnownKeys, type KnownKeys } from './stack/key-oracle.ts';
export { waitUntil } from './stack/wait-until.ts';

export interface StackOptions {
  /** Kept after `stop` if given; otherwise a fresh folder that is removed. */
  dataDir?: string;
  /** `simulator`: as `npm start` sets it up. `file`: TELEGRAM_NETWORK names the simulator's network file. */
  network?: 'simulator' | 'file';
  /** More of the server's environment, or other values. */
  env?: Record<string, string>;
  /** A simulator that runs already; otherwise the stack starts and stops its own. */
  simulator?: { url: string; networkFile: string };
}

/** The server and a simulated Telegram, each a process of its own, as `npm start` runs them. */
export interface Stack {
  /** Where the page is: `http://localhost:<port>`. */
  readonly url: string;
  readonly dataDir: string;
  readonly control: SimulatorControl;
  /** What the server has written since the stack was started, over all its lives. */
  log(): string;
  /** Ends the server alone; the simulated Telegram goes on. */
  killServer(signal: NodeJS.Signals): Promise<void>;
  /** Starts the server again, on the same port and data. Resolves when it is ready. */
  startServer(): Promise<void>;
  /** See `expectNoOrphans`: at rest. */
  expectNoOrphans(): Promise<KnownKeys>;
  /** See `expectAllKnown`: at any moment. */
  expectAllKnown(): Promise<KnownKeys>;
  stop(): Promise<void>;
}

const patience = 30_000;

const isReady = (url: string) =>
  fetch(url).then(
    (answer) => answer.ok || null,
    () => null,
  );

/** Starts everything on free ports from the built programs; rejects with the server's output if it doesn't get ready. */
export const startStack = async (options: StackOptions = {}): Promise<Stack> => {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'botize-stack-'));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const own = options.simulator ? null : await startOwnSimulator(dataDir, url);
  const simulator = options.simulator ?? own;
  if (!simulator) throw new Error('no simulator');
  const control = simulatorControl(simulator.url);
  const keysFile = join(dataDir, 'vault-keys.json');
  const env = {
    ...process.env,
    NODE_ENV: 'development',
    HOST: '127.0.0.1',
    PORT: String(port),
    PUBLIC_URL: url,
    DATA_DIR: dataDir,
    TELEGRAM_NETWORK: options.network === 'file' ? simulator.networkFile : 'simulator',
    SIMULATOR_URL: simulator.url,
    SIMULATOR_NETWORK_FILE: simulator.networkFile,
    LIMITS: 'off',
    ...options.env,
  };

  const lives: ChildProgram[] = [];
  const log = () => lives.map((life) => life.output()).join('');
  const startServer = async () => {
    const life = startProgram(serverEntry(), [], env);
    lives.push(life);
    await waitUntil(
      () => {
        if (!life.running()) throw new Error(`the server ended:\n${life.output()}`);
        return isReady(`http://127.0.0.1:${port}/readyz`);
      },
      patience,
      () => `the server is not ready:\n${life.output()}`,
    );
  };
  const killServer = async (signal: NodeJS.Signals) => {
    await lives.at(-1)?.end(signal);
  };
  const stop = async () => {
    await killServer('SIGTERM');
    await own?.stop();
    if (!options.dataDir) rmSync(dataDir, { recursive: true, force: true });
  };
  const oracle = { databaseFile: join(dataDir, 'connect.db'), keysFile, control };

  try {
    await startServer();
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url,
    dataDir,
    control,
    log,
    killServer,
    startServer,
    stop,
    expectNoOrphans: () => expectNoOrphans(oracle),
    expectAllKnown: () => expectAllKnown(oracle),
  };
};
