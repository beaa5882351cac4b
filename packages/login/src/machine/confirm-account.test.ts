import { eve, onConfirm } from '../testing/sign-ins.ts';
import { type Row, finish, retired, testRows } from '../testing/transition-rows.ts';

const rows: Row[] = [
  ['kept', onConfirm, { type: 'account_kept' }, { step: 'confirm_account' }, [finish(eve)]],
  ['discarded', onConfirm, { type: 'account_discarded' }, { step: 'phone' }, [retired('discarded')]],
  ['cancelled', onConfirm, { type: 'cancelled' }, { step: 'cancelled' }, [retired('discarded')]],
  ['left until its end', onConfirm, { type: 'expired' }, { step: 'expired' }, [retired('discarded')]],
];

testRows(rows);
