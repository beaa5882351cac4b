import { join } from 'node:path';
import { startProgram } from './child-program.ts';
import { simulatorEntry } from './places.ts';

export interface OwnSimulator {
  /** Address of its control API and phone page. */
  url: string;
  /** Its network file: addresses of the data centres and the public key. */
  networkFile: string;
  stop(): Promise<void>;
}

/** Starts a simulated Telegram as a process of its own, on free ports, with its state in `dataDir`. */
export const startOwnSimulator = async (dataDir: string, wizardUrl: string): Promise<OwnSimulator> => {
  const networkFile = join(dataDir, 'simulator-network.json');
  const args = ['--port', '0', '--dc-ports', '0,0,0', '--data', join(dataDir, 'simulator.db'), '--json'];
  const program = startProgram(
    simulatorEntry(),
    [...args, '--network-file', networkFile, '--wizard-url', wizardUrl],
    process.env,
  );
  const ready = JSON.parse(await program.line((line) => line.includes('"ready"'))) as { control: string };
  return { url: ready.control, networkFile, stop: () => program.end('SIGTERM') };
};
