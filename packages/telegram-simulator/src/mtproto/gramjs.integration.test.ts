import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Api, gramjsClient } from './testing/gramjs-client.ts';
import { startStand, testRsaKey } from './testing/wire-stand.ts';
import type { WireStand } from './testing/wire-stand.ts';

describe('GramJS', () => {
  let stand: WireStand;
  beforeAll(async () => {
    stand = await startStand();
  });
  afterAll(() => stand.close());

  it('makes a key and gets an answer', async () => {
    const client = gramjsClient({ address: stand.address, key: testRsaKey });
    expect(await client.connect()).toBe(true);
    const nearest = await client.invoke(new Api.help.GetNearestDc());
    expect(nearest.country).toBe('DE');
    await client.destroy();
    expect(stand.logged).toEqual([]);
  });
});
