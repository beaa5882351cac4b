import { expect, test } from 'vitest';
import { TemporaryVault } from '../testing/temporary-vault.ts';

test('leases whose holders died long ago are cleared away, the others stay', async () => {
  const place = new TemporaryVault();
  const vault = await place.open();
  const now = place.clock.now();
  await vault.lease('attempt:old', now - 100, now);
  const recent = await vault.lease('attempt:recent', now, now + 1);
  place.clock.advance(86_400_001);
  await vault.eraseAttemptsBefore(0);
  place.tamper((db) => {
    expect(db.prepare('select resource from leases').pluck().all()).toEqual(['attempt:recent']);
  });
  expect(recent).not.toBeNull();
});
