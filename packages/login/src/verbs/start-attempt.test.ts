import { describe, expect, test } from 'vitest';
import type { TelegramError } from '../ports/telegram-gateway.ts';
import { refusal } from '../testing/refusal.ts';
import { consent, credentials, phone, setStage } from '../testing/stage.ts';

const rejected = (name: string, more: Partial<TelegramError> = {}) => refusal(name, more);

describe('credentials that Telegram refuses leave nothing behind', () => {
  test.each([
    ['API_ID_INVALID', 'telegram.api_id_invalid'],
    ['API_ID_PUBLISHED_FLOOD', 'telegram.api_id_published_flood'],
    ['CONNECTION_API_ID_INVALID', 'telegram.connection_api_id_invalid'],
  ])('%s', async (name, code) => {
    const stage = setStage();
    stage.telegram.plan('exportLoginToken', rejected(name));
    await expect(stage.start()).rejects.toMatchObject({ code });
    expect(stage.vault.dump().attempts.size).toBe(0);
  });
});

test('a flood says until when', async () => {
  const stage = setStage();
  stage.telegram.plan('exportLoginToken', rejected('FLOOD_WAIT', { status: 420, waitSeconds: 60 }));
  const before = stage.clock.now();
  const refused = await stage.start().catch((error: unknown) => error);
  expect(refused).toMatchObject({ code: 'telegram.flood_wait' });
  expect((refused as { retryAt: number }).retryAt).toBeGreaterThanOrEqual(before + 60_000);
});

test.each([
  ['nobody at the other end', { kind: 'unreachable' } as const],
  ['a lost answer', { kind: 'unknown' } as const],
  ["Telegram's own trouble", rejected('RPC_CALL_FAIL', { status: 500 })],
])('%s is no fault of the credentials', async (_name, plan) => {
  const stage = setStage();
  stage.telegram.plan('exportLoginToken', plan);
  await expect(stage.start()).rejects.toMatchObject({ code: 'telegram.unreachable' });
  expect(stage.vault.dump().attempts.size).toBe(0);
});

test('the country may stay unknown', async () => {
  const stage = setStage();
  stage.telegram.plan('nearestCountry', { kind: 'unreachable' });
  expect((await stage.start()).state).toMatchObject({ step: 'phone', country: null });
});

test('consent to other words is no consent', async () => {
  const stage = setStage();
  await expect(stage.start({ consent: { version: '2020-01' } })).rejects.toMatchObject({
    code: 'attempt.consent_outdated',
  });
});

test('what was consented to is kept with the attempt and in the audit', async () => {
  const stage = setStage();
  const { id } = await stage.start();
  const { attempts, audit } = stage.vault.dump();
  expect(attempts.get(id)?.consent).toMatchObject({ version: consent.version, locale: 'es' });
  expect(audit[0]).toMatchObject({ action: 'attempt.started', detail: { consent: consent.version, locale: 'es' } });
});

test('it is kept with the connection too, and in the audit of its making', async () => {
  const stage = setStage();
  const code = await stage.send(await stage.start(), { type: 'submit_phone', phone });
  const given = stage.vault.dump().attempts.get(code.id)?.consent;
  expect(given?.at).toBeGreaterThan(0);
  await stage.send(code, { type: 'submit_code', code: '12345' });
  const { connections, audit } = stage.vault.dump();
  expect([...connections.values()].map(({ record }) => record.consent)).toEqual([given]);
  const made = audit.find(({ action }) => action === 'connection.connected');
  expect(made?.detail).toMatchObject({ consent: consent.version, locale: 'es' });
});

test('the same beginning again is the same attempt; another one is refused', async () => {
  const stage = setStage();
  const started = await stage.start();
  expect(await stage.start()).toEqual(started);
  const other = stage.start({ credentials: { ...credentials, apiHash: 'f'.repeat(32) } });
  await expect(other).rejects.toMatchObject({ code: 'attempt.open', attempt: started });
});

test('an attempt past its end is in nobody’s way', async () => {
  const stage = setStage();
  const old = await stage.start();
  stage.clock.advance(1_800_001);
  const fresh = await stage.start();
  expect(fresh.id).not.toBe(old.id);
  expect(stage.vault.dump().attempts.get(old.id)?.signIn.state).toEqual({ step: 'expired' });
});

test('an accepted command puts the end off', async () => {
  const stage = setStage();
  const started = await stage.start();
  stage.clock.advance(1_000_000);
  const code = await stage.send(started, { type: 'submit_phone', phone });
  expect(Date.parse(code.expiresAt) - Date.parse(started.expiresAt)).toBeGreaterThanOrEqual(1_000_000);
});

test('a connection of somebody else lends no credentials', async () => {
  const stage = setStage();
  const connectionId = 'con_AAAAAAAAAAAAAAAAAAAAAA';
  await expect(stage.start({ credentials: { fromConnection: connectionId } })).rejects.toMatchObject({
    code: 'connection.not_found',
  });
  await expect(stage.start({ connectionId })).rejects.toMatchObject({ code: 'connection.not_found' });
});
