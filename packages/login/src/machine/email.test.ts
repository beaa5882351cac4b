import { onEmail } from '../testing/sign-ins.ts';
import { type Row, cancelCode, issue, refused, testRows, unknown } from '../testing/transition-rows.ts';

const rows: Row[] = [
  [
    'a code to the email',
    onEmail,
    { type: 'email_code_sent', pattern: 'b***@x.org', length: 6 },
    {
      step: 'code',
      sent: { delivery: { type: 'email_setup', pattern: 'b***@x.org', length: 6 }, phoneCodeHash: 'hash-1' },
    },
    [],
  ],
  [
    'a bad email',
    onEmail,
    refused('sendEmailCode', 'EMAIL_INVALID'),
    { step: 'email', ...issue('telegram.email_invalid') },
    [],
  ],
  [
    'an email that is not allowed',
    onEmail,
    refused('sendEmailCode', 'EMAIL_NOT_ALLOWED'),
    { step: 'email', ...issue('telegram.email_not_allowed') },
    [],
  ],
  [
    'an email nobody has confirmed',
    onEmail,
    refused('sendEmailCode', 'EMAIL_UNCONFIRMED'),
    { step: 'email', ...issue('telegram.email_unconfirmed') },
    [],
  ],
  ['no answer', onEmail, unknown('sendEmailCode'), { step: 'email', ...issue('attempt.interrupted') }, []],
  ['another number', onEmail, { type: 'phone_wanted' }, { step: 'phone' }, [cancelCode]],
];

testRows(rows);
