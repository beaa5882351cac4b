import { onPassword } from '../testing/sign-ins.ts';
import {
  type Row,
  authorized,
  finish,
  found,
  issue,
  keepIntent,
  needed,
  nobodyKnows,
  notYet,
  phone,
  probe,
  probed,
  refused,
  retired,
  testRows,
  unknown,
} from '../testing/transition-rows.ts';

const rows: Row[] = [
  ['an authorisation', onPassword, authorized, { step: 'password' }, [finish()]],
  ['a hint', { ...onPassword, hint: null }, { type: 'hint', hint: 'pet' }, { step: 'password', hint: 'pet' }, []],
  [
    'a wrong password',
    onPassword,
    refused('checkPassword', 'PASSWORD_HASH_INVALID'),
    { step: 'password', triesLeft: 4, ...issue('telegram.password_hash_invalid') },
    [{ type: 'count_wrong_try', phone }],
  ],
  [
    'the last wrong password',
    { ...onPassword, triesLeft: 1 },
    refused('checkPassword', 'PASSWORD_HASH_INVALID'),
    { step: 'failed', code: 'attempt.tries_exhausted' },
    [{ type: 'count_wrong_try', phone }, retired('failed')],
  ],
  [
    'stale parameters, twice',
    onPassword,
    refused('checkPassword', 'SRP_ID_INVALID'),
    { step: 'password', triesLeft: 5, ...issue('telegram.srp_id_invalid') },
    [],
  ],
  [
    'a sign-in that has lapsed',
    onPassword,
    refused('checkPassword', 'AUTH_KEY_UNREGISTERED', { status: 401 }),
    { step: 'phone', storedPhone: phone, ...issue('telegram.auth_key_unregistered') },
    [],
  ],
  ['no answer', onPassword, unknown('checkPassword'), { step: 'password' }, [probe('answer_lost')]],
  ['no answer, yet in', onPassword, probed('answer_lost', found), { step: 'password' }, [finish()]],
  [
    'no answer, and still asked',
    onPassword,
    probed('answer_lost', needed),
    { step: 'password', triesLeft: 5, ...issue('attempt.interrupted') },
    [],
  ],
  [
    'no answer, and lapsed',
    onPassword,
    probed('answer_lost', notYet),
    { step: 'phone', ...issue('telegram.auth_key_unregistered') },
    [],
  ],
  [
    'no answer to the probe either',
    onPassword,
    probed('answer_lost', nobodyKnows),
    { step: 'password', ...issue('attempt.interrupted') },
    [keepIntent],
  ],
  [
    'another number',
    onPassword,
    { type: 'phone_wanted' },
    { step: 'phone', storedPhone: phone },
    [retired('replaced')],
  ],
];

testRows(rows);
