import { expect, test } from 'vitest';
import { readArguments } from './arguments.ts';

test('defaults, environment, flags: the later wins', () => {
  expect(readArguments([], {})).toEqual({
    port: 3001,
    dcPorts: [4431, 4432, 4433],
    dataFile: './data/simulator.db',
    networkFile: './data/simulator-network.json',
    wizardUrl: 'http://localhost:3000',
    json: false,
  });
  const env = { SIMULATOR_PORT: '5001', SIMULATOR_DC_PORTS: '1,2,3' };
  expect(readArguments(['--port', '0', '--json'], env)).toMatchObject({ port: 0, dcPorts: [1, 2, 3], json: true });
});

test.for([
  ['--port', 'x'],
  ['--port', '70000'],
  ['--dc-ports', '1,2'],
  ['--unheard', '1'],
])('%s %s is refused', (argv) => {
  expect(() => readArguments(argv, {})).toThrow();
});
