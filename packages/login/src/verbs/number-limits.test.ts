import { beforeEach, describe, expect, test } from 'vitest';
import { createInMemoryLimits } from '../testing/in-memory-limits.ts';
import type { LimitRule } from '../ports/limits.ts';
import { blockNumber, countWrongTry, takeEmail, takeSend, triesHeldBack } from './number-limits.ts';

const phone = '+34612345678';
const other = '+34687654321';
const start = 1_000_000;
const day = 86_400_000;

let time: number;
let buckets: string[];
let deps: Parameters<typeof takeSend>[0];

beforeEach(() => {
  time = start;
  buckets = [];
  const limits = createInMemoryLimits();
  const take = (rules: LimitRule[], now: number) => {
    buckets.push(...rules.map(({ bucket }) => bucket));
    return limits.take(rules, now);
  };
  deps = {
    limits: { ...limits, take },
    clock: { now: () => time },
    vault: { fingerprint: (purpose: string, value: string) => `${purpose}#${[...value].reverse().join('')}` } as never,
  };
});

const ask = (userId = 'u1', number = phone, again = false) => takeSend(deps, { userId, phone: number, again });
const held = (code: string, retryAt: number) => ({ ok: false, code, retryAt });
const minute = () => void (time += 60_000);

describe('codes', () => {
  test('for a number come a minute apart, whoever asks', async () => {
    expect((await ask()).ok).toBe(true);
    time += 59_999;
    expect(await ask('u2')).toEqual(held('limit.number_busy', start + 60_000));
    expect((await ask('u2', other)).ok).toBe(true);
    time += 1;
    expect((await ask('u2')).ok).toBe(true);
  });

  test('again in the same sign-in need no gap, but count', async () => {
    expect([(await ask()).ok, (await ask('u1', phone, true)).ok, (await ask('u1', phone, true)).ok]).toEqual([
      true,
      true,
      true,
    ]);
    expect(await ask('u1', phone, true)).toEqual(held('limit.codes_for_number', start + day));
  });

  test('for a number come three times a day to a user, and lock nobody else out', async () => {
    for (let n = 0; n < 3; n += 1, minute()) expect((await ask()).ok, `code ${n}`).toBe(true);
    expect(await ask()).toEqual(held('limit.codes_for_number', start + day));
    expect((await ask('u2')).ok, 'the limit is of the pair, not of the number').toBe(true);
    time = start + day;
    expect((await ask()).ok).toBe(true);
  });

  test('come five times a day to a user, whatever the number', async () => {
    for (let n = 0; n < 5; n += 1) expect((await ask('u1', `+3461234567${n}`)).ok, `code ${n}`).toBe(true);
    expect(await ask('u1', other)).toEqual(held('limit.codes_for_user', start + day));
    expect((await ask('u2', other)).ok).toBe(true);
    time += day;
    expect((await ask('u1', other)).ok).toBe(true);
  });

  test('that were never sent are given back, in every count', async () => {
    for (let n = 0; n < 9; n += 1) {
      const leave = await ask();
      if (!leave.ok) throw new Error(leave.code);
      await leave.giveBack();
    }
    expect((await ask()).ok).toBe(true);
    expect(await ask()).toMatchObject({ code: 'limit.number_busy' });
  });

  test('are not asked for while Telegram has cooled a number down', async () => {
    await blockNumber(deps, phone, start + 5_000);
    expect(await ask()).toEqual(held('limit.number_cooling_down', start + 5_000));
    expect((await ask('u1', other)).ok).toBe(true);
    time += 5_000;
    expect((await ask()).ok).toBe(true);
  });

  test('are as many as the operator says', async () => {
    deps = { ...deps, limitValues: { codesPerNumber: 1, codesPerUser: 2, secondsBetweenCodes: 5, triesPerNumber: 2 } };
    expect((await ask()).ok).toBe(true);
    expect(await ask('u2')).toEqual(held('limit.number_busy', start + 5_000));
    time += 5_000;
    expect(await ask()).toEqual(held('limit.codes_for_number', start + day));
    expect((await ask('u1', other)).ok).toBe(true);
    expect(await ask('u1', '+1202555')).toEqual(held('limit.codes_for_user', start + day));
  });

  test('of one email a user asks for five times a day', async () => {
    for (let n = 0; n < 5; n += 1) expect(await takeEmail(deps, 'u1')).toBeNull();
    expect(await takeEmail(deps, 'u1')).toEqual({ code: 'limit.codes_for_user', retryAt: start + day });
    expect(await takeEmail(deps, 'u2')).toBeNull();
    expect((await ask()).ok, 'emails and codes are rationed apart').toBe(true);
    time += day;
    expect(await takeEmail(deps, 'u1')).toBeNull();
  });
});

describe('tries', () => {
  test('are ten a day for a number, whoever guesses; the eleventh is refused before Telegram is asked', async () => {
    for (let n = 0; n < 10; n += 1) {
      expect(await triesHeldBack(deps, 'u1', phone), `try ${n}`).toBeNull();
      await countWrongTry(deps, 'u1', phone);
    }
    const refused = { code: 'limit.tries_for_number', retryAt: start + day };
    expect(await triesHeldBack(deps, 'u1', phone)).toEqual(refused);
    expect(await triesHeldBack(deps, 'u2', phone)).toEqual(refused);
    expect(await triesHeldBack(deps, 'u1', other)).toBeNull();
    expect(await triesHeldBack(deps, 'u1', null)).toBeNull();
    time += day;
    expect(await triesHeldBack(deps, 'u1', phone)).toBeNull();
  });

  test('without a number count for the user', async () => {
    for (let n = 0; n < 10; n += 1) await countWrongTry(deps, 'u1', null);
    expect(await triesHeldBack(deps, 'u1', null)).toMatchObject({ code: 'limit.tries_for_number' });
    expect(await triesHeldBack(deps, 'u2', null)).toBeNull();
  });

  test('do not use up codes', async () => {
    for (let n = 0; n < 10; n += 1) await countWrongTry(deps, 'u1', phone);
    expect((await ask()).ok).toBe(true);
  });
});

test('no number is stored in clear', async () => {
  await ask();
  await countWrongTry(deps, 'u1', phone);
  expect(buckets.join()).toContain('phone#87654321643+');
  expect(buckets.join()).not.toContain(phone);
});

test('nothing is counted where limits are off', async () => {
  deps = { ...deps, limits: null };
  for (let n = 0; n < 12; n += 1) {
    const leave = await ask();
    expect(leave.ok && (await leave.giveBack())).toBeUndefined();
    expect(await takeEmail(deps, 'u1')).toBeNull();
    await countWrongTry(deps, 'u1', phone);
    await blockNumber(deps, phone, start + day);
    expect(await triesHeldBack(deps, 'u1', phone)).toBeNull();
  }
});
