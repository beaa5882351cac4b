import { resolve } from 'node:path';
import { readArguments, type Arguments } from './arguments.ts';
import { startSimulator, type Simulator } from './index.ts';
import { writeNetworkFile } from './network.ts';

function exitWith(error: unknown, code: number): never {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(code);
}

function readOrExit(): Arguments {
  try {
    return readArguments(process.argv.slice(2), process.env);
  } catch (error) {
    return exitWith(error, 2);
  }
}

/** Fails where a port is taken or the data file cannot be opened. */
async function startOrExit(options: Arguments): Promise<Simulator> {
  try {
    return await startSimulator({ ...options, log: (message) => process.stderr.write(`${message}\n`) });
  } catch (error) {
    return exitWith(error, 1);
  }
}

function announce(simulator: Simulator, { json, networkFile }: Arguments): void {
  const file = resolve(networkFile);
  const lines = [
    `Simulated Telegram: ${simulator.control}  (the phone page; no real Telegram, no real accounts)`,
    ...simulator.network.dataCenters.map(({ id, host, port }) => `  data centre ${id}: ${host}:${port}`),
    `  network file: ${file}`,
  ];
  const ready = JSON.stringify({ ready: true, control: simulator.control, networkFile: file });
  process.stdout.write(`${json ? ready : lines.join('\n')}\n`);
}

const options = readOrExit();
const simulator = await startOrExit(options);
writeNetworkFile(options.networkFile, simulator.network);
announce(simulator, options);

let stopping = false;
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    void simulator.close().then(() => process.exit(0));
  });
}
