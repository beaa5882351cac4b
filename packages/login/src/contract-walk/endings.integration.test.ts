import type { LoginAttempt } from '@botize/contract';
import { describe, expect, test } from 'vitest';
import { terminalSteps } from '@botize/contract';
import { Refusal } from '../ports/world.ts';
import { numberOf, walkOnce, type Person } from './testing/walk.ts';

const walk = walkOnce();

async function connect(ana: Person, phone: string) {
  const done = await ana.typeCode(await ana.toCode(phone), phone);
  return done.state.step === 'connected' ? done.state : expect.fail(`not connected but ${done.state.step}`);
}
/** A reconnect of the connection, as far as the sign-in of the number goes. */
async function reconnect(ana: Person, connectionId: string, phone: string) {
  const input = { credentials: { fromConnection: connectionId }, connectionId };
  return ana.typeCode(await ana.toCode(phone, input), phone);
}
const signedIn = async (phone: string) => (await walk.stand.devices(phone)).length;

describe('finish(account)', () => {
  test('an account that is new to this user → a new connection, created', async () => {
    const state = await connect(walk.newPerson(), numberOf('0001'));
    expect(state).toMatchObject({ outcome: 'created', account: { phoneMasked: '+99 ••• ••• 001' } });
  });

  test('an account connected by this user → same connectionId, generation + 1, the session before it retired', async () => {
    const ana = walk.newPerson();
    const phone = numberOf('0002');
    const first = await connect(ana, phone);
    const again = await connect(ana, phone);
    expect(again).toMatchObject({ connectionId: first.connectionId, outcome: 'reconnected' });
    expect(walk.vault.dump().connections.get(first.connectionId)?.record.generation).toBe(2);
    expect(await signedIn(phone)).toBe(2);
    await walk.drain();
    expect(await signedIn(phone)).toBe(1);
  });

  test('a reconnect that meets the expected account → the same, reconnected', async () => {
    const ana = walk.newPerson();
    const phone = numberOf('0003');
    const { connectionId } = await connect(ana, phone);
    expect((await reconnect(ana, connectionId, phone)).state).toMatchObject({ connectionId, outcome: 'reconnected' });
  });

  test('connected by another user → allowed, nothing revealed, noted for staff', async () => {
    const phone = numberOf('0004');
    await connect(walk.newPerson(), phone);
    const other = await connect(walk.newPerson(), phone);
    expect(other.outcome).toBe('created');
    const noted = walk.vault.dump().audit.filter(({ action }) => action === 'staff.account_connected_elsewhere');
    expect(noted).toHaveLength(1);
    await walk.drain();
    expect(await signedIn(phone)).toBe(2);
  });
});

describe('confirm_account', () => {
  const meetAnother = async (suffix: string) => {
    const ana = walk.newPerson();
    const { connectionId } = await connect(ana, numberOf(suffix));
    const other = numberOf(suffix, 3);
    const asked = await reconnect(ana, connectionId, other);
    expect(asked.state).toMatchObject({
      step: 'confirm_account',
      found: { name: `Test 3${suffix}` },
      expected: { name: `Test 2${suffix}` },
    });
    return { ana, asked, connectionId, other };
  };

  test('add → a new connection, the old one untouched', async () => {
    const { ana, asked, connectionId } = await meetAnother('1001');
    const done = await ana.send(asked, { type: 'confirm_account', decision: 'add' });
    expect(done.state).toMatchObject({ step: 'connected', outcome: 'created' });
    expect(walk.vault.dump().connections.get(connectionId)?.record.generation).toBe(1);
  });

  test.each([
    ['discard', 'phone', '1002'],
    ['DELETE', 'cancelled', '1003'],
    ['expiry', 'expired', '1004'],
  ])('%s → the new session is logged out and erased; %s', async (how, step, suffix) => {
    const { ana, asked, other } = await meetAnother(suffix);
    expect(await signedIn(other)).toBe(1);
    if (how === 'discard') await ana.send(asked, { type: 'confirm_account', decision: 'discard' });
    else if (how === 'DELETE') await ana.cancel(asked);
    else {
      walk.clock.advance(1_800_000);
      await walk.reap();
    }
    expect((await ana.now(asked)).state.step).toBe(step);
    await walk.drain();
    expect(await signedIn(other)).toBe(0);
  });
});

describe('any open', () => {
  const openings: [step: string, open: (ana: Person) => Promise<LoginAttempt>][] = [
    ['phone', (ana) => ana.start()],
    ['code', (ana) => ana.toCode(numberOf('2001'))],
    ['email', (ana) => ana.toCode(numberOf('0108'))],
    ['password', (ana) => ana.toCode(numberOf('0209'))],
  ];

  test.each(openings)(
    'DELETE on %s → the code is called off, the key retired, cancelled; repeated DELETE too',
    async (step, open) => {
      const ana = walk.newPerson();
      const attempt = await open(ana);
      expect(attempt.state.step).toBe(step);
      await ana.cancel(attempt);
      await ana.cancel(attempt);
      expect((await ana.now(attempt)).state).toEqual({ step: 'cancelled' });
      if (step === 'code') await expect(walk.stand.code(numberOf('2001'))).rejects.toThrow('404');
      await walk.drain();
      expect(walk.vault.dump().retired.size).toBe(0);
    },
  );

  test.each(openings)('expiresAt passed on %s, not authorised → key retired, expired', async (_, open) => {
    const ana = walk.newPerson();
    const attempt = await open(ana);
    walk.clock.advance(1_800_000);
    await walk.reap();
    expect((await ana.now(attempt)).state).toEqual({ step: 'expired' });
    await walk.drain();
    expect(walk.vault.dump().retired.size).toBe(0);
  });

  test('expiresAt passed, authorised → finish', async () => {
    const phone = numberOf('2002');
    const ana = walk.newPerson();
    const code = await ana.toCode(phone);
    await walk.stand.fault({ type: 'answer_lost' }, { method: 'auth.signIn' });
    await walk.stand.fault({ type: 'mute' }, { method: 'users.getUsers' });
    expect((await ana.typeCode(code, phone)).state).toMatchObject({
      step: 'code',
      issue: { code: 'attempt.interrupted' },
    });
    walk.clock.advance(1_800_000);
    await walk.reap();
    expect((await ana.now(code)).state).toMatchObject({ step: 'connected', outcome: 'created' });
  });
});

describe('terminal', () => {
  test.each(['connected', 'failed', 'cancelled', 'expired'] as const)(
    '%s | any → attempt.command_not_allowed, with the attempt',
    async (step) => {
      expect(terminalSteps).toContain(step);
      const ana = walk.newPerson();
      const phone = step === 'connected' ? numberOf('0211') : step === 'failed' ? numberOf('0212') : numberOf('2003');
      const attempt = await ana.toCode(phone);
      if (step === 'cancelled') await ana.cancel(attempt);
      if (step === 'expired') walk.clock.advance(1_800_000);
      if (step === 'expired') await walk.reap();
      const ended = await ana.now(attempt);
      expect(ended.state.step).toBe(step);
      const refusal = await ana.send(ended, { type: 'use_phone' }).catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(Refusal);
      expect(refusal).toMatchObject({ code: 'attempt.command_not_allowed', attempt: ended });
    },
  );
});
