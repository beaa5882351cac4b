import { parseArgs } from 'node:util';

export interface Arguments {
  port: number;
  dcPorts: number[];
  dataFile: string;
  networkFile: string;
  wizardUrl: string;
  json: boolean;
}

function port(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > 65_535) throw new Error(`"${text}" is not a port (0 to 65535).`);
  return value;
}

/** Flags win over the environment (`SIMULATOR_PORT`, …). @throws Error naming what is wrong */
export function readArguments(argv: string[], env: NodeJS.ProcessEnv): Arguments {
  const { values } = parseArgs({
    args: argv,
    options: {
      port: { type: 'string' },
      'dc-ports': { type: 'string' },
      data: { type: 'string' },
      'network-file': { type: 'string' },
      'wizard-url': { type: 'string' },
      json: { type: 'boolean' },
    },
  });
  const dcPorts = (values['dc-ports'] ?? env['SIMULATOR_DC_PORTS'] ?? '4431,4432,4433').split(',').map(port);
  if (dcPorts.length !== 3) throw new Error('--dc-ports takes three ports, one for each data centre.');
  return {
    port: port(values.port ?? env['SIMULATOR_PORT'] ?? '3001'),
    dcPorts,
    dataFile: values.data ?? env['SIMULATOR_DATA'] ?? './data/simulator.db',
    networkFile: values['network-file'] ?? env['SIMULATOR_NETWORK_FILE'] ?? './data/simulator-network.json',
    wizardUrl: values['wizard-url'] ?? env['SIMULATOR_WIZARD_URL'] ?? 'http://localhost:3000',
    json: values.json ?? false,
  };
}
