import { expect, test } from 'vitest';
import { TemporaryVault } from '../testing/temporary-vault.ts';

test('what was counted and what was closed is so after a restart too', async () => {
  const place = new TemporaryVault();
  const rule = { bucket: 'send:u1', max: 2, windowSeconds: 60 };
  const before = await place.open();
  expect(await before.take([rule], 1_000)).toEqual({ ok: true });
  expect(await before.take([rule], 2_000)).toEqual({ ok: true });
  await before.block('number:x', 90_000);
  await before.close();
  const after = await place.open();
  expect(await after.take([rule], 3_000)).toEqual({ ok: false, rule, retryAt: 61_000 });
  expect(await after.blockedUntil('number:x', 3_000)).toBe(90_000);
  expect(await after.take([rule], 61_000)).toEqual({ ok: true });
});
