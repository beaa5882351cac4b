import type { LoginAttempt } from '@botize/contract';
import { expect, test } from 'vitest';
import { Refusal } from '../ports/world.ts';
import { createLife, Died, type Life } from '../testing/mortal.ts';
import { type Order, password, phone, setStage, type Stage } from '../testing/stage.ts';
import { currentAttempt } from './current-attempt.ts';
import { listConnections } from './list-connections.ts';

/** What a user does at each step; an answer that never came is asked for again, exactly as it was. */
function nextOrder({ state }: LoginAttempt): Order | null {
  if (state.step === 'phone') return { type: 'submit_phone', phone };
  if (state.step === 'code') return { type: 'submit_code', code: '12345' };
  if (state.step === 'password') return { type: 'submit_password', password };
  return null;
}

interface User {
  stage: Stage;
  attempt: LoginAttempt | null;
  /** Each wish for a code once, however often it had to be sent. */
  codesWanted: Set<string>;
}

async function actOnce(user: User): Promise<'connected' | 'on the way'> {
  const { stage } = user;
  const attempt = user.attempt ?? (await stage.start());
  user.attempt = attempt;
  const order = nextOrder(attempt);
  if (order === null) return 'connected';
  if (order.type === 'submit_phone') user.codesWanted.add(`${attempt.id} ${attempt.revision}`);
  try {
    user.attempt = await stage.send(attempt, order);
  } catch (error) {
    if (!(error instanceof Refusal) || error.attempt === null) throw error;
    user.attempt = error.attempt;
  }
  return user.attempt.state.step === 'connected' ? 'connected' : 'on the way';
}

/** Goes on until there is a connection, over the death of a process. */
async function signIn(user: User, life: Life): Promise<void> {
  const survivor = user.stage;
  user.stage = survivor.reboot(life);
  for (let tries = 0; tries < 20; tries += 1) {
    try {
      if ((await (life.dead ? actOnce(user) : Promise.race([actOnce(user), life.died]))) === 'connected') return;
    } catch (error) {
      if (!(error instanceof Died)) throw error;
      expect(survivor.orphans()).toEqual([]);
      survivor.clock.advance(6_001);
      user.stage = survivor.reboot();
      user.attempt ??= await currentAttempt(user.stage.deps, user.stage.actor).catch(() => null);
    }
  }
  throw new Error('the user has given up');
}

const scenes: Record<string, () => Promise<Stage>> = {
  'a code and a password': async () => {
    const stage = setStage();
    stage.addAccount(phone, { password });
    return stage;
  },
  'another data centre': async () => {
    const stage = setStage();
    stage.addAccount(phone, { dcId: 4 });
    return stage;
  },
  'an account that is connected already': async () => {
    const stage = setStage();
    let attempt = await stage.start();
    for (let order = nextOrder(attempt); order !== null; order = nextOrder(attempt))
      attempt = await stage.send(attempt, order);
    return stage;
  },
};

async function deaths(): Promise<[scene: string, step: string, diesAt: number, when: Life['when']][]> {
  const lives = Object.entries(scenes).map(async ([name, scene]) => {
    const life = createLife(0, 'before');
    await signIn({ stage: await scene(), attempt: null, codesWanted: new Set() }, life);
    return life.steps.flatMap((step, index) => [
      [name, step, index + 1, 'before'] as [string, string, number, Life['when']],
      [name, step, index + 1, 'after'] as [string, string, number, Life['when']],
    ]);
  });
  return (await Promise.all(lives)).flat();
}

test.each(await deaths())('%s: death at %s (%i, %s it) loses nothing', async (scene, _step, diesAt, when) => {
  const stage = await scenes[scene]?.();
  if (stage === undefined) throw new Error(scene);
  const sentBefore = stage.telegram.count('sendCode');
  const user: User = { stage, attempt: null, codesWanted: new Set() };
  await signIn(user, createLife(diesAt, when));
  expect(stage.orphans()).toEqual([]);
  expect(await listConnections(stage.deps, stage.actor)).toHaveLength(1);
  const perWish = scene === 'another data centre' ? 2 : 1;
  expect(stage.telegram.count('sendCode') - sentBefore).toBeLessThanOrEqual(perWish * user.codesWanted.size);
  expect(stage.telegram.unsaved).toEqual([]);
  await stage.rest();
  const { connections, attempts, retired } = stage.vault.dump();
  expect(stage.telegram.authorizedSessions()).toEqual([...connections.values()].map(({ secret }) => secret.session));
  expect(retired.size).toBe(0);
  expect([...attempts.values()].every(({ signIn: { session } }) => session === null)).toBe(true);
});
