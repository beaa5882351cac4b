import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseNetwork, readNetworkFile } from './network-file.ts';

const key = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'pkcs1', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
}).publicKey;

const network = {
  name: 'simulator',
  defaultDataCenter: 2,
  dataCenters: [{ id: 2, host: '127.0.0.1', port: 4430 }],
  publicKeys: [key],
};

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'network-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('a network file', () => {
  it('describes a network', () => {
    expect(parseNetwork(JSON.stringify(network), 'network.json')).toEqual(network);
  });

  it.each([
    ['publicKeys', []],
    ['publicKeys', ['-----BEGIN RSA PUBLIC KEY-----nonsense']],
    ['defaultDataCenter', 3],
    ['dataCenters', []],
    ['dataCenters', [{ id: 2, host: '127.0.0.1', port: 0 }]],
    ['surprise', true],
  ])('with %s = %j is refused', (name, value) => {
    const text = JSON.stringify({ ...network, [name]: value });
    expect(() => parseNetwork(text, 'network.json')).toThrow(/TELEGRAM_NETWORK: network\.json does not describe/);
  });

  it('that is not JSON is refused', () => {
    expect(() => parseNetwork('{', 'network.json')).toThrow('network.json is not JSON');
  });

  it('is waited for while the simulator starts', async () => {
    const file = join(folder, 'network.json');
    const reading = readNetworkFile({ file, waitMs: 10_000 });
    await writeFile(`${file}.new`, JSON.stringify(network));
    await rename(`${file}.new`, file);
    expect(await reading).toEqual(network);
  });

  it('that never comes is told with its name', async () => {
    const file = join(folder, 'network.json');
    await expect(readNetworkFile({ file, waitMs: 0 })).rejects.toThrow(`there is no file ${file}`);
    await expect(readNetworkFile({ file: folder, waitMs: 0 })).rejects.toThrow('EISDIR');
  });
});
