import { resolve } from 'node:path';
import { readArguments, type Arguments } from './arguments.ts';
import { startSimulator, type Simulator } from './index.ts';
import { writeNetworkFile } from './network.ts';

function readOrExit(): Arguments {
  try {
    return readArguments(process.argv.slice(2), process.env);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(2);
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
const simulator = await startSimulator({ ...options, log: (message) => process.stderr.write(`${message}\n`) });
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
