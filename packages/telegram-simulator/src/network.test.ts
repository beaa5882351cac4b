import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeNetworkFile, type SimulatedNetwork } from './network.ts';

test('the file replaces the old one, is for its owner only, and leaves no draft', () => {
  const folder = mkdtempSync(join(tmpdir(), 'network-'));
  const file = join(folder, 'network.json');
  writeFileSync(file, 'old', { mode: 0o644 });
  const network: SimulatedNetwork = {
    name: 'simulator',
    defaultDataCenter: 2,
    dataCenters: [{ id: 2, host: '127.0.0.1', port: 4432 }],
    publicKeys: ['pem'],
  };
  writeNetworkFile(file, network);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(network);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual(['network.json']);
  rmSync(folder, { recursive: true });
});
