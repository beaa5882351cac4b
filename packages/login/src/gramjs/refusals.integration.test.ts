import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TelegramGateway } from '../ports/telegram-gateway.ts';
import { createGramjsGateway } from './index.ts';
import { freshKey, signIn } from './testing/sign-in-steps.ts';
import { numberOf, startStand, type Stand } from './testing/stand.ts';

let stand: Stand;
let gateway: TelegramGateway;
const warnings: string[] = [];

beforeAll(async () => {
  stand = await startStand();
  const log = { info: () => {}, warn: (event: string) => void warnings.push(event) };
  gateway = createGramjsGateway({ network: stand.network, log });
});
afterAll(async () => {
  await gateway.close();
  await stand.close();
});

const refusalOf = (name: string) => ({ kind: 'refused', error: expect.objectContaining({ name }) });

describe('refusals', () => {
  it.each([
    ['0300', { name: 'FLOOD_WAIT', waitSeconds: 2940, policy: 'retry-after', status: 420 }],
    ['0318', { name: 'FLOOD_PREMIUM_WAIT', waitSeconds: 30, policy: 'retry-after' }],
    ['0324', { name: 'FLOOD_TEST_PHONE_WAIT', waitSeconds: 60 }],
    ['0302', { code: 'telegram.phone_number_invalid', status: 406, text: expect.stringContaining('Contact') }],
    ['0314', { name: 'UPDATE_APP_TO_LOGIN', text: null, policy: 'operator' }],
    ['0309', { name: 'AUTH_RESTART', policy: 'restart', status: 500 }],
    ['0311', { name: 'AUTH_RESTART', code: 'telegram.auth_restart' }],
    ['0312', { name: 'RPC_CALL_FAIL', policy: 'retry-bounded' }],
    ['0317', { name: 'Timeout', code: 'telegram.timeout', status: -503 }],
    ['0315', { name: 'TOTALLY_NEW_ERROR', code: 'telegram.unknown', policy: 'stop' }],
    ['0316', { code: 'telegram.unknown', text: expect.stringContaining('Contact') }],
  ])('of sendCode (%s) come with name, policy and wait, after one request', async (suffix, error) => {
    const on = await freshKey(gateway, `attempt:refused-${suffix}`);
    const before = await stand.timesAsked('auth.sendCode');
    expect(await gateway.call(on, 'sendCode', { phone: numberOf(suffix) })).toMatchObject({ kind: 'refused', error });
    expect(await stand.timesAsked('auth.sendCode')).toBe(before + 1);
  });

  it('say which errors nobody knows in the log', () => {
    expect(warnings).toContain('telegram.unknown_error');
    expect(warnings).not.toContain('telegram.surprise');
  });

  it('of the credentials come from the first request', async () => {
    const wrong = { apiId: 12345, apiHash: 'f'.repeat(32) };
    const opened = await gateway.openKey({ key: 'attempt:wrong', credentials: wrong, dcId: null });
    if (opened.kind !== 'opened') return expect.fail(opened.kind);
    const on = { key: 'attempt:wrong', credentials: wrong, session: opened.session };
    expect(await gateway.call(on, 'exportLoginToken', {})).toEqual(refusalOf('API_ID_INVALID'));
  });

  it('of a key that has been revoked say so', async () => {
    const on = await signIn(gateway, stand, numberOf('0700'));
    expect(await gateway.call(on, 'getSelf', {})).toMatchObject({ error: { policy: 'dead-session' } });
  });
});
