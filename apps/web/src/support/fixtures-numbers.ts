import type { OverviewHour, StaffLookList, SupportOverview } from '@botize/contract';

/** Made-up data for tests and for the workshop: numbers, and what was looked at. */

const minutes = (count: number) => new Date(Date.now() + count * 60_000).toISOString();

const hours: OverviewHour[] = Array.from({ length: 24 }, (_, index) => {
  const started = [0, 0, 1, 0, 2, 3, 5, 9, 14, 12, 10, 8][index % 12] ?? 0;
  return {
    at: minutes((index - 23) * 60),
    started,
    refused: index % 5 === 3 ? 2 : 0,
    reached: {
      credentials: 0,
      phone: started,
      code: Math.floor(started * 0.9),
      email: 0,
      password: Math.floor(started * 0.4),
      confirm_account: 0,
      connected: Math.floor(started * 0.7),
      failed: 0,
      cancelled: 0,
      expired: 0,
    },
  };
});

export const overviewWith = (change: Partial<SupportOverview> = {}): SupportOverview => ({
  at: minutes(0),
  connections: {
    connected: 1_230,
    needs_reconnect: 37,
    suspended: 6,
    byReason: { revoked: 30, expired: 4, duplicated: 3, frozen: 3, deactivated: 2, banned: 1 },
  },
  openAttempts: {
    credentials: 0,
    phone: 3,
    code: 5,
    email: 0,
    password: 2,
    confirm_account: 0,
    connected: 0,
    failed: 0,
    cancelled: 0,
    expired: 0,
  },
  hours,
  errors: [
    { code: 'telegram.phone_code_invalid', count: 23 },
    { code: 'telegram.flood_wait', count: 11 },
    { code: 'telegram.password_hash_invalid', count: 7 },
    { code: 'limit.codes_for_number', count: 2 },
  ],
  ...change,
});

export const looks: StaffLookList = {
  items: [
    {
      at: minutes(-1),
      action: 'looked',
      searchKind: null,
      userId: 'usr_48213',
      label: 'Elena Prieto',
      why: null,
    },
    { at: minutes(-2), action: 'searched', searchKind: 'phone', userId: null, label: null, why: null },
    {
      at: minutes(-300),
      action: 'sent_link',
      searchKind: null,
      userId: 'usr_39950',
      label: 'Lucía Ferrer',
      why: 'She asked for it by email.',
    },
  ],
  nextCursor: null,
};
