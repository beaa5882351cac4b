import { anAttempt, cancelled, moved } from '@botize/testkit/vault-records';
import { expect, test } from 'vitest';
import { TemporaryVault } from '../testing/temporary-vault.ts';

test('the history of an attempt has each step and each new issue once, and goes with the attempt', async () => {
  const place = new TemporaryVault();
  const vault = await place.open();
  const start = place.clock.now();
  const first = anAttempt();
  await vault.insertAttempt(first, []);
  const { state } = first.signIn;
  if (state.step !== 'phone') throw new Error('not at the phone');
  const issue = { code: 'telegram.phone_number_invalid' as const, retryAt: null };
  const wrong = moved(first, { signIn: { ...first.signIn, state: { ...state, issue } } });
  const again = moved(wrong, { intent: { command: 'submit_phone', at: 1, fingerprint: null } });
  for (const record of [wrong, again, cancelled(again)]) {
    place.clock.advance(1_000);
    await vault.commit(null, [{ type: 'attempt.update', record, expectedRevision: record.revision - 1 }]);
  }
  expect(await vault.attemptEvents(first.id)).toEqual([
    { at: start, step: 'phone', code: null },
    { at: start + 1_000, step: 'phone', code: 'telegram.phone_number_invalid' },
    { at: start + 3_000, step: 'cancelled', code: null },
  ]);
  await vault.eraseAttemptsBefore(start + 9_000);
  expect(await vault.attemptEvents(first.id)).toEqual([]);
});
