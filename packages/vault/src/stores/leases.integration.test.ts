import { anEntry } from '@botize/testkit/vault-records';
import { LeaseLost } from '@botize/login';
import { expect, test } from 'vitest';
import { TemporaryVault } from '../testing/temporary-vault.ts';

test('of many who want one resource on several connections, one at a time has it, with ever higher fences', async () => {
  const place = new TemporaryVault();
  const vaults = await Promise.all([place.open(), place.open(), place.open(), place.open()]);
  const fences: number[] = [];
  for (let now = 0; now < 2_000; now += 100) {
    const wanted = vaults.flatMap((vault) => [0, 1, 2].map(() => vault.lease('connection:c', now, now + 100)));
    const leases = (await Promise.all(wanted)).filter((lease) => lease !== null);
    expect(leases).toHaveLength(1);
    fences.push(leases[0]?.fence ?? 0);
  }
  expect(fences).toEqual([...new Set(fences)].toSorted((a, b) => a - b));
});

test('of two who think that they hold a resource, only the later one writes', async () => {
  const place = new TemporaryVault();
  const [one, two] = [await place.open(), await place.open()];
  const early = await one.lease('connection:c', 0, 100);
  const late = await two.lease('connection:c', 100, 200);
  const outcomes = await Promise.allSettled(
    Array.from({ length: 20 }, (_, n) =>
      n % 2 === 0
        ? one.commit(early, [{ type: 'audit', entry: anEntry({ action: 'attempt.early' }) }])
        : two.commit(late, [{ type: 'audit', entry: anEntry({ action: 'attempt.late' }) }]),
    ),
  );
  const refused = outcomes
    .filter((outcome) => outcome.status === 'rejected')
    .map((outcome) => outcome.reason as unknown);
  expect(refused).toHaveLength(10);
  for (const reason of refused) expect(reason).toBeInstanceOf(LeaseLost);
  expect(new Set((await one.activity('u1', null, 100)).map((entry) => entry.action))).toEqual(
    new Set(['attempt.late']),
  );
  expect(await one.verifyAudit()).toMatchObject({ entries: 10, broken: [] });
});
