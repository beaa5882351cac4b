import type { Account, Connection, Delivery, LoginAttempt, State, StateOf } from '@botize/contract';

/** Made-up data for tests and for the workshop: typical states of every step. */

const minutes = (count: number) => new Date(Date.now() + count * 60_000).toISOString();

export const marta: Account = {
  id: '777000001',
  name: 'Marta Giménez',
  username: 'martagim',
  phoneMasked: '+34 ••• ••• 678',
};
export const tienda: Account = {
  id: '777000002',
  name: 'Tienda Norte',
  username: 'tiendanorte',
  phoneMasked: '+34 ••• ••• 204',
};
const studio: Account = { id: '777000003', name: 'Gim Studio', username: null, phoneMasked: '+351 ••• ••• 055' };

export const attemptWith = (state: State, change: Partial<LoginAttempt> = {}): LoginAttempt => ({
  id: 'att_0123456789abcdefghijkl',
  reference: 'CN-7K3M-Q2WD',
  revision: 1,
  expiresAt: minutes(40),
  connectionId: null,
  state,
  ...change,
});

export const phoneState = (change: Partial<StateOf<'phone'>> = {}): StateOf<'phone'> => ({
  step: 'phone',
  issue: null,
  suggest: null,
  country: 'ES',
  storedPhoneMasked: null,
  qr: null,
  ...change,
});

export const codeState = (delivery: Delivery, change: Partial<StateOf<'code'>> = {}): StateOf<'code'> => ({
  step: 'code',
  issue: null,
  suggest: null,
  phoneMasked: marta.phoneMasked,
  delivery,
  resend: null,
  triesLeft: 5,
  ...change,
});

export const passwordState = (change: Partial<StateOf<'password'>> = {}): StateOf<'password'> => ({
  step: 'password',
  issue: null,
  hint: 'first cat + year',
  triesLeft: 5,
  ...change,
});

const qr = {
  url: 'tg://login?token=AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA',
  urlExpiresAt: minutes(0.4),
  paused: false,
};

export const deliveries: Delivery[] = [
  { type: 'app', length: 5 },
  { type: 'sms', length: 5 },
  { type: 'call', length: 5 },
  { type: 'email_code', pattern: 'm***a@example.com', length: 6, resetAvailableAt: minutes(-1), resetPendingAt: null },
  { type: 'email_setup', pattern: 'm***a@example.com', length: 6 },
  { type: 'sms_word', beginning: 'a' },
  { type: 'sms_phrase', beginning: 'the blue' },
  { type: 'missed_call', prefix: '+7 912', length: 4 },
  { type: 'fragment', url: 'https://fragment.com/login/42', length: 5 },
  { type: 'firebase', length: 6 },
  { type: 'unknown' },
];

const wrongCode = { code: 'telegram.phone_code_invalid', retryAt: null } as const;

/** A name for each state, and the state: every step and every delivery at least once. */
export const fixtures: Record<string, State> = {
  phone: phoneState(),
  'phone, refused': phoneState({ issue: { code: 'telegram.phone_number_invalid', retryAt: null } }),
  'phone, Telegram’s own words': phoneState({
    issue: {
      code: 'telegram.update_app_to_login',
      retryAt: null,
      text: 'Update your app to sign in. https://example.com',
    },
  }),
  'phone, stored': phoneState({ storedPhoneMasked: marta.phoneMasked }),
  'phone, QR': phoneState({ qr }),
  'phone, QR paused': phoneState({ qr: { ...qr, paused: true } }),
  'phone, wait': phoneState({ issue: { code: 'telegram.flood_wait', retryAt: minutes(26.2) } }),
  'phone, our limit': phoneState({ issue: { code: 'limit.codes_for_number', retryAt: minutes(900) } }),
  ...Object.fromEntries(
    deliveries.map((delivery) => [
      `code, ${delivery.type}`,
      codeState(delivery, { resend: { type: 'sms', at: minutes(0.7) } }),
    ]),
  ),
  'code, wrong': codeState({ type: 'app', length: 5 }, { issue: wrongCode, triesLeft: 4 }),
  'code, next delivery ready': codeState({ type: 'app', length: 5 }, { resend: { type: 'sms', at: minutes(-1) } }),
  'code, no other delivery': codeState(
    { type: 'app', length: 5 },
    { issue: { code: 'telegram.send_code_unavailable', retryAt: null }, suggest: 'qr' },
  ),
  'code, wait': codeState({ type: 'app', length: 5 }, { issue: { code: 'telegram.flood_wait', retryAt: minutes(5) } }),
  'code, interrupted': codeState({ type: 'sms', length: 5 }, { issue: { code: 'attempt.interrupted', retryAt: null } }),
  email: { step: 'email', issue: null, phoneMasked: marta.phoneMasked },
  'email, refused': {
    step: 'email',
    issue: { code: 'telegram.email_not_allowed', retryAt: null },
    phoneMasked: marta.phoneMasked,
  },
  password: passwordState(),
  'password, wrong': passwordState({ issue: { code: 'telegram.password_hash_invalid', retryAt: null }, triesLeft: 4 }),
  'password, no hint': passwordState({ hint: null }),
  'another account': { step: 'confirm_account', issue: null, found: studio, expected: tienda },
  connected: {
    step: 'connected',
    connectionId: 'con_0123456789abcdefghijkl',
    outcome: 'created',
    account: marta,
    advice: ['confirm_login', 'set_up_password'],
  },
  'connected again': {
    step: 'connected',
    connectionId: 'con_0123456789abcdefghijkl',
    outcome: 'reconnected',
    account: studio,
    advice: [],
  },
  'failed, no account': { step: 'failed', code: 'telegram.phone_number_unoccupied', retryAt: null, restart: 'phone' },
  'failed, pair': { step: 'failed', code: 'telegram.api_id_invalid', retryAt: null, restart: 'credentials' },
  'failed, our side': { step: 'failed', code: 'telegram.update_app_to_login', retryAt: null, restart: null },
  cancelled: { step: 'cancelled' },
  expired: { step: 'expired' },
};

export const connectionWith = (change: Partial<Connection> = {}): Connection => ({
  id: 'con_0123456789abcdefghijkl',
  reference: 'CN-7K3M-Q2WD',
  status: 'connected',
  reason: null,
  nextAction: null,
  account: marta,
  connectedAt: minutes(-27_000),
  lastCheck: { at: minutes(-6), outcome: 'ok' },
  deviceName: 'Botize',
  generation: 1,
  leasedUntil: null,
  ...change,
});

export const connections: Connection[] = [
  connectionWith(),
  connectionWith({
    id: 'con_1123456789abcdefghijkl',
    status: 'needs_reconnect',
    reason: 'revoked',
    nextAction: 'reconnect',
    account: tienda,
    lastCheck: { at: minutes(-1_100), outcome: 'revoked' },
  }),
  connectionWith({
    id: 'con_2123456789abcdefghijkl',
    status: 'suspended',
    reason: 'frozen',
    nextAction: 'appeal_in_telegram',
    account: studio,
    lastCheck: { at: minutes(-2_400), outcome: 'frozen' },
  }),
];
