import { describe, expect, it } from 'vitest';
import { dataCenterOf, networkOf, sessionAddress } from './network.ts';

describe('networks', () => {
  it('of Telegram have its five data centres, or the three of its test servers', () => {
    const ids = (name: 'production' | 'test') => networkOf(name).dataCenters.map(({ id }) => id);
    expect([ids('production'), ids('test')]).toEqual([
      [1, 2, 3, 4, 5],
      [1, 2, 3],
    ]);
  });

  it.each(['production', 'test'] as const)('%s has its own default and dials public addresses only', (name) => {
    const network = networkOf(name);
    expect(network.name).toBe(name);
    expect(dataCenterOf(network, network.defaultDataCenter)).not.toBeNull();
    for (const dataCenter of network.dataCenters) {
      expect(dataCenter.host).toMatch(/^(149\.154\.1[67]\d|91\.108\.56)\./);
      expect(sessionAddress(network, dataCenter)).toBe(dataCenter.host);
    }
  });

  it('of one’s own are taken as they are, and write no real address into a session', () => {
    const own = {
      name: 'own',
      defaultDataCenter: 2,
      dataCenters: [{ id: 2, host: 'dc.test', port: 50_000 }],
      publicKeys: ['x'],
    };
    expect(networkOf(own)).toBe(own);
    expect(sessionAddress(own, own.dataCenters[0] ?? expect.fail())).toBe('127.0.2.1');
    expect(dataCenterOf(own, 4)).toBeNull();
  });
});
