import type { SupportList, SupportRow } from '@botize/contract';

/** Made-up data for tests and for the workshop: the list of the support console. */

const minutes = (count: number) => new Date(Date.now() + count * 60_000).toISOString();

const row = (change: Partial<SupportRow>): SupportRow => ({
  kind: 'attempt',
  userId: 'usr_48213',
  label: 'Elena Prieto',
  reference: 'CN-7K3M-Q2WD',
  connectionId: null,
  account: { name: 'Elena', username: 'elenaprieto' },
  phoneMasked: '+34 ••• ••• 741',
  step: 'phone',
  status: null,
  reason: null,
  diagnosis: { id: 'flood_wait', next: 'answer', code: 'telegram.flood_wait', until: minutes(26.2) },
  since: minutes(-22),
  ...change,
});

const connectionRow = (change: Partial<SupportRow>): SupportRow =>
  row({ kind: 'connection', step: null, connectionId: `con_${change.userId}0123456789abcdefgh`, ...change });

export const rows: SupportRow[] = [
  row({}),
  row({
    userId: 'usr_51077',
    label: 'Karim Haddad',
    reference: 'CN-1K3M-Q2WD',
    account: null,
    phoneMasked: '+212 ••• ••• 873',
    step: 'code',
    diagnosis: { id: 'code_expired', next: 'answer', code: 'telegram.phone_code_expired', until: null },
    since: minutes(-9),
  }),
  row({
    userId: 'usr_50981',
    label: 'Amira Saleh',
    reference: 'CN-2K3M-Q2WD',
    account: null,
    phoneMasked: '+966 ••• ••• 140',
    step: 'password',
    diagnosis: { id: 'password_wrong', next: 'answer', code: 'telegram.password_hash_invalid', until: null },
    since: minutes(-4),
  }),
  row({
    kind: 'refused_start',
    userId: 'usr_40218',
    label: 'Tomasz Lis',
    reference: null,
    account: null,
    phoneMasked: null,
    step: 'credentials',
    diagnosis: { id: 'api_pair_unknown', next: 'answer', code: 'telegram.api_id_invalid', until: null },
    since: minutes(-40),
  }),
  connectionRow({
    userId: 'usr_39950',
    label: 'Lucía Ferrer',
    reference: 'CN-4K3M-Q2WD',
    account: { name: 'Lucía', username: 'luferrer' },
    phoneMasked: '+34 ••• ••• 518',
    status: 'needs_reconnect',
    reason: 'revoked',
    diagnosis: { id: 'ended_in_telegram', next: 'send_link', code: null, until: null },
    since: minutes(-190),
  }),
  connectionRow({
    userId: 'usr_47760',
    label: 'joao.pires@example.com',
    reference: 'CN-5K3M-Q2WD',
    account: { name: 'João', username: null },
    phoneMasked: '+351 ••• ••• 055',
    status: 'suspended',
    reason: 'frozen',
    diagnosis: { id: 'account_frozen', next: 'answer', code: null, until: null },
    since: minutes(-2_900),
  }),
  connectionRow({
    userId: 'usr_31508',
    label: null,
    reference: 'CN-6K3M-Q2WD',
    account: { name: 'Petra', username: 'petranovak' },
    phoneMasked: '+420 ••• ••• 336',
    status: 'connected',
    diagnosis: { id: 'all_well', next: 'nothing', code: null, until: null },
    since: minutes(-4_400),
  }),
];

export const listOf = (items: SupportRow[] = rows, change: Partial<SupportList> = {}): SupportList => ({
  kind: 'everybody',
  q: '',
  items,
  nextCursor: null,
  counts: { need_help: 53, trying: 10, needs_reconnect: 37, suspended: 6, connected: 1_230, all: 1_283 },
  ...change,
});
