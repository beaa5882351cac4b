import type { Connection, LoginAttempt } from '@botize/contract';

export const origin = 'http://localhost:3000';
export const attemptId = 'att_AAAAAAAAAAAAAAAAAAAAAA';
export const connectionId = 'con_AAAAAAAAAAAAAAAAAAAAAA';
export const now = Date.parse('2026-11-22T10:00:00.000Z');

const account = { id: '777000001', name: 'Bob', username: null, phoneMasked: '+34 ••• ••• 678' };

export const attemptAt = (state: LoginAttempt['state'], revision = 0): LoginAttempt => ({
  id: attemptId,
  reference: 'CN-7K3M-Q2WD',
  revision,
  expiresAt: '2026-11-22T10:30:00.000Z',
  connectionId: null,
  state,
});

export const phoneStep = attemptAt({
  step: 'phone',
  issue: null,
  suggest: null,
  country: 'ES',
  storedPhoneMasked: null,
  qr: null,
});

export const connectedStep = attemptAt(
  { step: 'connected', connectionId, outcome: 'created', account, advice: ['confirm_login'] },
  3,
);

export const connection: Connection = {
  id: connectionId,
  reference: 'CN-7K3M-Q2WD',
  status: 'connected',
  reason: null,
  nextAction: null,
  account,
  connectedAt: '2026-11-22T10:00:00.000Z',
  lastCheck: { at: '2026-11-22T10:00:00.000Z', outcome: 'ok' },
  deviceName: 'Botize',
  generation: 1,
  leasedUntil: null,
};

export const startBody = {
  credentials: { apiId: 12345, apiHash: '0123456789abcdef0123456789abcdef' },
  consent: { version: '2026-11' },
};
