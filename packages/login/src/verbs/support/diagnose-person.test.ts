import type { Wait } from '@botize/contract';
import { describe, expect, it } from 'vitest';
import type { StaffAttempt, StaffConnection } from '../../ports/support.ts';
import { diagnosePerson } from './diagnose-person.ts';

const now = Date.UTC(2026, 10, 22, 10);
const iso = (at: number) => new Date(at).toISOString();

const attempt = (over: Partial<StaffAttempt> = {}): StaffAttempt => ({
  id: 'att_1',
  userId: 'u1',
  reference: 'CN-7K3M-Q2WD',
  revision: 1,
  step: 'phone',
  standing: 'trying',
  code: null,
  retryAt: null,
  createdAt: now - 60_000,
  expiresAt: now + 60_000,
  endedAt: null,
  connectionId: null,
  phoneMasked: null,
  delivery: null,
  resendAt: null,
  triesLeft: null,
  hasQr: false,
  since: now - 60_000,
  ...over,
});

const connection = (over: Partial<StaffConnection> = {}): StaffConnection => ({
  id: 'con_1',
  userId: 'u1',
  reference: 'CN-7K3M-Q2WD',
  status: 'connected',
  reason: null,
  account: { id: '1', name: 'Bob', username: null, phone: null },
  phoneMasked: '',
  connectedAt: now - 3_600_000,
  lastCheck: { at: now, outcome: 'ok' },
  deviceName: 'Botize',
  generation: 1,
  consent: { version: '1', locale: null, at: 0 },
  redeemed: true,
  since: now - 3_600_000,
  ...over,
});

const person = (over: Partial<Parameters<typeof diagnosePerson>[0]> = {}) =>
  diagnosePerson({ attempts: [], refused: null, connections: [], waits: [], hasTried: false, now, ...over });

const failed = attempt({ step: 'failed', code: 'attempt.tries_exhausted', endedAt: now - 1_000, standing: 'failed' });
const refused = { code: 'telegram.api_id_published_flood', at: now - 500, retryAt: null, requestId: null } as const;
const revoked = connection({ status: 'needs_reconnect', reason: 'revoked', since: now - 2_000 });

describe('why somebody is stuck', () => {
  it('is what stands before them, before anything else', () => {
    const flood = attempt({ code: 'telegram.flood_wait', retryAt: now + 60_000 });
    expect(person({ attempts: [flood], connections: [revoked], refused })).toEqual({
      id: 'flood_wait',
      next: 'answer',
      code: 'telegram.flood_wait',
      until: iso(now + 60_000),
    });
  });

  it('has no end once the wait is over', () => {
    const flood = attempt({ code: 'telegram.flood_wait', retryAt: now - 1 });
    expect(person({ attempts: [flood] })).toMatchObject({ id: 'flood_wait', until: null });
  });

  it('is a start that was refused after all else, and not one before', () => {
    expect(person({ attempts: [failed], refused, connections: [revoked] }).id).toBe('api_pair_limited');
    const later = connection({ status: 'needs_reconnect', reason: 'revoked', since: now });
    expect(person({ refused, connections: [later] }).id).toBe('ended_in_telegram');
  });

  it('is where an open sign-in stands', () => {
    expect(person({ attempts: [attempt({ step: 'code' })], connections: [revoked] }).id).toBe('at_code');
    expect(person({ attempts: [attempt({ hasQr: true })] }).id).toBe('at_qr');
  });

  it('is how the last one failed, unless they have connected since', () => {
    expect(person({ attempts: [failed] }).id).toBe('our_try_limit');
    expect(person({ attempts: [failed], connections: [connection()] }).id).toBe('our_try_limit');
    expect(person({ attempts: [failed], connections: [connection({ connectedAt: now })] }).id).toBe('all_well');
  });

  it('is the worst of their connections', () => {
    const banned = connection({ status: 'suspended', reason: 'banned' });
    expect(person({ connections: [connection(), revoked, banned] }).id).toBe('account_banned');
    expect(person({ connections: [connection(), revoked] }).id).toBe('ended_in_telegram');
    const unsure = connection({ lastCheck: { at: now, outcome: 'unreachable' } });
    expect(person({ connections: [connection(), unsure] })).toMatchObject({
      id: 'telegram_unreachable',
      next: 'ask_check',
    });
  });

  it('is that they never tried, or only once', () => {
    expect(person().id).toBe('never_tried');
    expect(person({ hasTried: true }).id).toBe('ended_sign_in');
    expect(person({ attempts: [attempt({ step: 'expired', endedAt: now })] }).id).toBe('ended_sign_in');
  });

  it('is no limit of ours that was cleared', () => {
    const limited = attempt({ code: 'limit.codes_for_user', retryAt: now + 60_000 });
    const wait: Wait = { id: 'codes_for_user', code: 'limit.codes_for_user', until: iso(now), clearable: true };
    expect(person({ attempts: [limited], waits: [wait] })).toMatchObject({ id: 'our_code_limit', next: 'clear_limit' });
    expect(person({ attempts: [limited] })).toMatchObject({ id: 'at_phone', code: null });
  });
});
