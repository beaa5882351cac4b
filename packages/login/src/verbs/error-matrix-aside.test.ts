import type { MessageCode } from '@botize/contract';
import { afterAll, describe, expect, test } from 'vitest';
import {
  asMet,
  type DocumentedError,
  documentedErrors,
  inventedError,
  reaches,
  waitSeconds,
} from '../testing/error-matrix/documented-errors.ts';
import { isFollowed } from '../testing/error-matrix/expected.ts';
import { refusal } from '../testing/refusal.ts';
import { password, phone, setStage } from '../testing/stage.ts';
import type { TelegramError } from '../ports/telegram-gateway.ts';
import { Refusal } from '../ports/world.ts';
import { cancelAttempt } from './cancel-attempt.ts';
import { checkConnection } from './check-connection.ts';
import { drainRetiredKeys } from './drain-retired-keys.ts';
import { listConnections } from './list-connections.ts';

const met = new Set<string>();
let rows = 0;
afterAll(() => console.log(`${rows} rows: ${met.size} errors × 8 requests that are made beside a command`));

type Row = [label: string, error: DocumentedError];

/** Each error that can meet this request, one test each. */
function eachMet(wireMethod: string, check: (refused: { kind: 'refused'; error: TelegramError }) => Promise<void>) {
  const possible = [...documentedErrors, inventedError].filter((error) => reaches(error, wireMethod));
  const table = possible
    .filter((error) => !isFollowed(error))
    .map((error): Row => [`${error.code} ${error.error}`, error]);
  test.each(table)('%s', async (label, error) => {
    await check({ kind: 'refused', error: asMet(error) });
    met.add(label);
    rows += 1;
  });
}

const isDoubtful = ({ status, policy }: TelegramError) =>
  Math.abs(status) >= 500 || policy === 'retry-bounded' || policy === 'auto-retry';

/** What `POST /api/attempts` refuses with: Telegram's own trouble is nothing the person can correct. */
const expectRefusal = async (work: Promise<unknown>, error: TelegramError, at: number) => {
  const refusal = await work.catch((thrown: unknown) => thrown);
  if (!(refusal instanceof Refusal)) return expect.fail(`no refusal but ${String(refusal)}`);
  const code: MessageCode = isDoubtful(error) ? 'telegram.unreachable' : error.code;
  expect(refusal.code).toBe(code);
  const waits = /_WAIT$|_TOO_FRESH$/.test(error.name) && !isDoubtful(error);
  expect(Math.round(((refusal.retryAt ?? at) - at) / 1_000)).toBe(waits ? waitSeconds : 0);
};

describe('the check of the credentials: no attempt, and nothing left', () => {
  eachMet('auth.exportLoginToken', async (refused) => {
    const stage = setStage();
    stage.telegram.plan('exportLoginToken', refused);
    await expectRefusal(stage.start(), refused.error, stage.clock.now());
    expect(stage.vault.dump().attempts.size).toBe(0);
    expect(stage.orphans()).toEqual([]);
  });
});

describe('the making of the first key: no attempt', () => {
  eachMet('initConnection', async (refused) => {
    const stage = setStage();
    stage.telegram.openKey = async () => refused;
    await expectRefusal(stage.start(), refused.error, stage.clock.now());
    expect(stage.vault.dump().attempts.size).toBe(0);
  });
});

describe('the country is a convenience', () => {
  eachMet('help.getNearestDc', async (refused) => {
    const stage = setStage();
    stage.telegram.plan('nearestCountry', refused);
    expect((await stage.start()).state).toMatchObject({ step: 'phone', country: null, issue: null });
  });
});

describe('calling a code off is worth a try, no more', () => {
  eachMet('auth.cancelCode', async (refused) => {
    const stage = setStage();
    const code = await stage.send(await stage.start(), { type: 'submit_phone', phone });
    stage.telegram.plan('cancelCode', refused, refused);
    const back = await stage.send(code, { type: 'use_phone' });
    expect(back.state).toMatchObject({ step: 'phone', issue: null });
    expect(stage.telegram.count('cancelCode')).toBe(1);
    await cancelAttempt(stage.deps, stage.actor, code.id);
    await stage.rest();
    expect(stage.vault.dump().retired.size).toBe(0);
  });
});

describe('the hint is a convenience', () => {
  eachMet('account.getPassword', async (refused) => {
    const stage = setStage();
    stage.addAccount(phone, { password });
    const code = await stage.send(await stage.start(), { type: 'submit_phone', phone });
    stage.telegram.plan('passwordHint', refused);
    const asked = await stage.send(code, { type: 'submit_code', code: '12345' });
    expect(asked.state).toEqual({ step: 'password', issue: null, hint: null, triesLeft: 5 });
    expect((await stage.send(asked, { type: 'submit_password', password })).state.step).toBe('connected');
  });
});

/** What the probe learns: some errors say for sure that nobody is signed in, the others say nothing. */
const saysNotSignedIn = ({ name, policy }: TelegramError) =>
  policy === 'dead-session' ||
  /^(AUTH_KEY_EMPTY|USER_DEACTIVATED|USER_DEACTIVATED_BAN|FROZEN_METHOD_INVALID)$/.test(name);

describe('the probe after a lost answer', () => {
  eachMet('users.getUsers', async (refused) => {
    const { error } = refused;
    const stage = setStage();
    const code = await stage.send(await stage.start(), { type: 'submit_phone', phone });
    stage.telegram.plan('signIn', 'lose_answer');
    stage.telegram.plan('getSelf', refused);
    const after = await stage.send(code, { type: 'submit_code', code: '12345' });
    if (error.name === 'SESSION_PASSWORD_NEEDED') return expect(after.state.step).toBe('password');
    expect(after.state).toMatchObject({ step: 'code', issue: { code: 'attempt.interrupted' }, triesLeft: 5 });
    const [record] = stage.vault.dump().attempts.values();
    expect(record?.intent === null).toBe(saysNotSignedIn(error));
    await stage.cancel(after);
    await stage.rest();
    expect(stage.telegram.authorizedSessions()).toEqual([]);
    return undefined;
  });
});

describe('logging a retired key out', () => {
  const isGone = ({ name, policy }: TelegramError) =>
    name !== 'TRANSPORT_ERROR_404' && (policy === 'dead-session' || /^(AUTH_KEY_EMPTY|USER_DEACTIVATED.*)$/.test(name));
  eachMet('auth.logOut', async (refused) => {
    const stage = setStage();
    await stage.cancel(await stage.start());
    stage.telegram.plan('logOut', refused);
    stage.clock.advance(60_000);
    expect(await drainRetiredKeys(stage.deps, 10)).toBe(isGone(refused.error) ? 1 : 0);
    stage.clock.advance(60_000);
    await drainRetiredKeys(stage.deps, 10);
    expect(stage.vault.dump().retired.size).toBe(0);
  });
});

test('a retired key that a data centre calls unknown is shredded only when it has said so four times', async () => {
  const stage = setStage();
  await stage.cancel(await stage.start());
  const unknown = refusal('TRANSPORT_ERROR_404', { status: 404, policy: 'dead-session' });
  stage.telegram.plan('logOut', unknown, unknown, unknown, unknown);
  for (const shredded of [0, 0, 0, 1]) {
    stage.clock.advance(60_000);
    expect(await drainRetiredKeys(stage.deps, 10)).toBe(shredded);
  }
});

describe('the check of a connection', () => {
  const statuses: Record<string, [status: string, reason: string]> = {
    AUTH_KEY_UNREGISTERED: ['needs_reconnect', 'revoked'],
    AUTH_KEY_INVALID: ['needs_reconnect', 'revoked'],
    AUTH_KEY_PERM_EMPTY: ['needs_reconnect', 'revoked'],
    TRANSPORT_ERROR_404: ['needs_reconnect', 'revoked'],
    SESSION_REVOKED: ['needs_reconnect', 'revoked'],
    SESSION_PASSWORD_NEEDED: ['needs_reconnect', 'revoked'],
    SESSION_EXPIRED: ['needs_reconnect', 'expired'],
    AUTH_KEY_DUPLICATED: ['needs_reconnect', 'duplicated'],
    USER_DEACTIVATED: ['suspended', 'deactivated'],
    USER_DEACTIVATED_BAN: ['suspended', 'banned'],
    FROZEN_METHOD_INVALID: ['suspended', 'frozen'],
  };
  eachMet('users.getUsers', async (refused) => {
    const stage = setStage();
    const code = await stage.send(await stage.start(), { type: 'submit_phone', phone });
    await stage.send(code, { type: 'submit_code', code: '12345' });
    const [connection] = await listConnections(stage.deps, stage.actor);
    if (connection === undefined) return expect.fail('no connection');
    stage.telegram.plan('getSelf', refused);
    const [status, reason] = statuses[refused.error.name] ?? ['connected', null];
    const checked = await checkConnection(stage.deps, stage.actor, connection.id);
    expect(checked).toMatchObject({ status, reason, lastCheck: { outcome: reason ?? 'unreachable' } });
    return undefined;
  });
});
