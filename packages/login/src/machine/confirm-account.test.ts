import { expect, test } from 'vitest';
import { bob, eve, now, onConfirm, signInAt } from '../testing/sign-ins.ts';
import { type Row, finish, retired, testRows } from '../testing/transition-rows.ts';
import { transition } from './transition.ts';

const rows: Row[] = [
  ['kept', onConfirm, { type: 'account_kept' }, { step: 'confirm_account' }, [finish(eve)]],
  ['discarded', onConfirm, { type: 'account_discarded' }, { step: 'phone' }, [retired('discarded')]],
  ['cancelled', onConfirm, { type: 'cancelled' }, { step: 'cancelled' }, [retired('discarded')]],
  ['left until its end', onConfirm, { type: 'expired' }, { step: 'expired' }, [retired('discarded')]],
];

testRows(rows);

test('a discarded account leads back to the number of the one that was expected', () => {
  const move = transition(signInAt(onConfirm), { type: 'account_discarded' }, { now, expected: bob });
  expect(move.signIn).toMatchObject({ phone: bob.phone, state: { step: 'phone', storedPhone: bob.phone } });
  const unknown = transition(
    signInAt(onConfirm),
    { type: 'account_discarded' },
    { now, expected: { ...bob, phone: null } },
  );
  expect(unknown.signIn).toMatchObject({ phone: null, state: { storedPhone: null } });
});
