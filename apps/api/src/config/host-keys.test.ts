import { HostScope } from '@botize/contract';
import { expect, it } from 'vitest';
import { hostKeysOf } from './host-keys.ts';

const stored = { id: 'key_1', name: 'stored', scopes: [] };
const store = { keyOf: async (key: string) => (key === 'stored-key' ? stored : null) };

it('the key of the configuration may do everything; the others are looked up', async () => {
  const keyOf = hostKeysOf({ apiKey: 'configured-key' }, store);
  expect(await keyOf('configured-key')).toEqual({
    id: 'HOST_API_KEY',
    name: 'HOST_API_KEY',
    scopes: HostScope.options,
  });
  expect(await keyOf('stored-key')).toBe(stored);
  for (const wrong of ['configured-key ', 'configured', '', 'Configured-key'])
    expect(await keyOf(wrong), wrong).toBeNull();
});

it('without one in the configuration there are those of the store alone', async () => {
  const keyOf = hostKeysOf({ apiKey: null }, store);
  expect(await keyOf('stored-key')).toBe(stored);
  for (const wrong of ['null', '', 'configured-key']) expect(await keyOf(wrong), wrong).toBeNull();
});
