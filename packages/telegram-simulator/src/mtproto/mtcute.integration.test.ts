import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mtcuteClient } from './testing/mtcute-client.ts';
import { startStand, testRsaKey } from './testing/wire-stand.ts';
import type { WireStand } from './testing/wire-stand.ts';

describe('mtcute', () => {
  let stand: WireStand;
  beforeAll(async () => {
    stand = await startStand();
  });
  afterAll(() => stand.close());

  it('makes a key and gets an answer', async () => {
    const client = await mtcuteClient({ address: stand.address, key: testRsaKey });
    const nearest = await client.call({ _: 'help.getNearestDc' });
    expect(nearest.country).toBe('DE');
    await client.destroy();
    expect(stand.logged).toEqual([]);
  });
});
