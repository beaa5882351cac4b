import type { LoginAttempt } from '@botize/contract';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { refusal } from '../testing/refusal.ts';
import { password, phone, setStage, type Stage } from '../testing/stage.ts';
import { getAttempt } from './current-attempt.ts';
import { drainRetiredKeys } from './drain-retired-keys.ts';
import { reapAttempts } from './reap-attempts.ts';
import { watchAttempt } from './watch-attempt.ts';

const tokenOf = ({ state }: LoginAttempt): string => {
  if (state.step !== 'phone' || state.qr === null) throw new Error(`no code on ${state.step}`);
  return state.qr.url.replace('tg://login?token=', '');
};
const qrOf = ({ state }: LoginAttempt) => (state.step === 'phone' ? state.qr : null);

/** A page that listens until the test is over, and what it has seen. */
async function listen(stage: Stage, { id }: LoginAttempt) {
  const page = new AbortController();
  onTestFinished(() => page.abort());
  const seen: { eventId: number; attempt: LoginAttempt }[] = [];
  const events = await watchAttempt(stage.deps, stage.actor, id, page.signal);
  const ended = (async () => {
    for await (const event of events) seen.push(event);
  })();
  const reaches = (step: string) => vi.waitFor(() => expect(seen.at(-1)?.attempt.state.step).toBe(step));
  return { seen, ended, reaches, leave: () => page.abort() };
}

const shown = async (stage = setStage()) => {
  const attempt = await stage.send(await stage.start(), { type: 'show_qr' });
  return { stage, attempt };
};

const stepIs = (stage: Stage, { id }: LoginAttempt, step: string) =>
  vi.waitFor(async () => expect((await getAttempt(stage.deps, stage.actor, id)).state.step).toBe(step));

test('the first code is the token of the credentials check, if it is asked for at once', async () => {
  const { stage, attempt } = await shown();
  expect(qrOf(attempt)).toMatchObject({ paused: false });
  expect(stage.telegram.count('exportLoginToken')).toBe(1);
});

test('a token that is nearly over is not shown', async () => {
  const stage = setStage();
  const started = await stage.start();
  stage.clock.advance(29_000);
  expect(qrOf(await stage.send(started, { type: 'show_qr' }))).not.toBeNull();
  expect(stage.telegram.count('exportLoginToken')).toBe(2);
});

describe('an approval', () => {
  test('connects, though no page listens', async () => {
    const { stage, attempt } = await shown();
    await vi.waitFor(() => expect(stage.telegram.watched()).toBe(true));
    stage.telegram.approve(tokenOf(attempt), phone);
    await stepIs(stage, attempt, 'connected');
    expect(stage.orphans()).toEqual([]);
    expect(stage.telegram.duplicated).toEqual([]);
  });

  test('reaches every page that listens, and ends their streams', async () => {
    const { stage, attempt } = await shown();
    const [one, two] = [await listen(stage, attempt), await listen(stage, attempt)];
    await vi.waitFor(() => expect(stage.telegram.watched()).toBe(true));
    stage.telegram.approve(tokenOf(attempt), phone);
    await Promise.all([one.ended, two.ended]);
    expect(one.seen.at(-1)?.attempt.state.step).toBe('connected');
    expect(two.seen).toEqual(one.seen);
  });

  test('by somebody with a password asks for it', async () => {
    const { stage, attempt } = await shown();
    stage.addAccount(phone, { password });
    const page = await listen(stage, attempt);
    await vi.waitFor(() => expect(stage.telegram.watched()).toBe(true));
    stage.telegram.approve(tokenOf(attempt), phone);
    await page.reaches('password');
    const asked = await getAttempt(stage.deps, stage.actor, attempt.id);
    expect(asked).toMatchObject({ revision: attempt.revision + 1, state: { hint: 'first pet' } });
    expect((await stage.send(asked, { type: 'submit_password', password })).state.step).toBe('connected');
  });

  test('by somebody of another data centre goes on there; the old key is retired', async () => {
    const { stage, attempt } = await shown();
    stage.addAccount(phone, { dcId: 4 });
    const page = await listen(stage, attempt);
    await vi.waitFor(() => expect(stage.telegram.watched()).toBe(true));
    stage.telegram.approve(tokenOf(attempt), phone);
    await page.reaches('connected');
    expect([...stage.vault.dump().retired.values()]).toMatchObject([{ reason: 'qr_left' }]);
    expect(stage.orphans()).toEqual([]);
    expect(stage.telegram.unsaved).toEqual([]);
  });

  test('that came before a number was typed is found', async () => {
    const { stage, attempt } = await shown();
    await vi.waitFor(() => expect(stage.telegram.watched()).toBe(true));
    const restarted = stage.reboot();
    const key = stage.telegram.world.keys.get(stage.vault.dump().attempts.get(attempt.id)?.signIn.session ?? '');
    const account = stage.telegram.world.accounts.get(phone);
    if (key === undefined || account === undefined) throw new Error('nobody there');
    key.authorized = account;
    const done = await restarted.send(attempt, { type: 'submit_phone', phone });
    expect(done.state.step).toBe('connected');
    expect(stage.telegram.count('sendCode')).toBe(0);
  });

  test('that came while the server was down is found by the next page', async () => {
    const { stage, attempt } = await shown();
    await vi.waitFor(() => expect(stage.telegram.watched()).toBe(true));
    const restarted = stage.reboot();
    await stage.telegram.lose();
    stage.telegram.approve(tokenOf(attempt), phone);
    const page = await listen(restarted, attempt);
    await page.reaches('connected');
  });

  test('that the store can’t write down is written by the reaper', async () => {
    const { stage, attempt } = await shown();
    await vi.waitFor(() => expect(stage.telegram.watched()).toBe(true));
    stage.vault.failCommit = (changes) =>
      changes.some(({ type }) => type === 'connection.put') ? new Error('full') : null;
    stage.telegram.approve(tokenOf(attempt), phone);
    await vi.waitFor(() => expect(stage.vault.dump().attempts.get(attempt.id)?.intent).not.toBeNull());
    await vi.waitFor(async () => {
      stage.vault.failCommit = null;
      await reapAttempts(stage.deps, 10);
      expect((await getAttempt(stage.deps, stage.actor, attempt.id)).state.step).toBe('connected');
    });
    expect(stage.orphans()).toEqual([]);
  });
});

describe('the end of a token', () => {
  test('with a page that listens brings another one, at the same revision', async () => {
    const stage = setStage();
    stage.telegram.world.tokenLifeMs = 60;
    const { attempt } = await shown(stage);
    const page = await listen(stage, attempt);
    await vi.waitFor(() => expect(new Set(page.seen.map((event) => qrOf(event.attempt)?.url)).size).toBeGreaterThan(2));
    for (const event of page.seen) expect(event.attempt.revision).toBe(attempt.revision);
    const ids = page.seen.map(({ eventId }) => eventId);
    expect(ids).toEqual([...new Set(ids)].toSorted((a, b) => a - b));
    stage.telegram.world.tokenLifeMs = 60_000;
  });

  test('with nobody there pauses; the next page wakes it', async () => {
    const stage = setStage();
    stage.telegram.world.tokenLifeMs = 60;
    const { attempt } = await shown(stage);
    const load = () => getAttempt(stage.deps, stage.actor, attempt.id);
    await vi.waitFor(async () => expect(qrOf(await load())).toMatchObject({ paused: true }));
    const asked = stage.telegram.count('exportLoginToken');
    stage.telegram.world.tokenLifeMs = 60_000;
    const page = await listen(stage, attempt);
    await vi.waitFor(() => expect(page.seen.at(-1)?.attempt.state).toMatchObject({ qr: { paused: false } }));
    expect(stage.telegram.count('exportLoginToken')).toBe(asked + 1);
  });

  test('without an answer about the next one pauses, and says why', async () => {
    const stage = setStage();
    stage.telegram.world.tokenLifeMs = 60;
    const { attempt } = await shown(stage);
    stage.telegram.plan('exportLoginToken', refusal('FLOOD_WAIT', { status: 420, waitSeconds: 600 }));
    const page = await listen(stage, attempt);
    await vi.waitFor(() =>
      expect(page.seen.at(-1)?.attempt.state).toMatchObject({
        issue: { code: 'telegram.flood_wait' },
        qr: { paused: true },
      }),
    );
  });
});

describe('a code that is left', () => {
  test('by a cancel can’t become a session nobody knows of', async () => {
    const { stage, attempt } = await shown();
    await stage.cancel(attempt);
    const [key] = [...stage.vault.dump().retired.values()];
    expect(key).toMatchObject({ reason: 'qr_left' });
    expect(await drainRetiredKeys(stage.deps, 10)).toBe(0);
    stage.telegram.approve(tokenOf(attempt), phone);
    expect(stage.orphans()).toEqual([]);
    stage.clock.advance(40_001);
    expect(await drainRetiredKeys(stage.deps, 10)).toBe(1);
    expect(stage.telegram.authorizedSessions()).toEqual([]);
  });

  test('for a number of another data centre leaves its key to be watched', async () => {
    const { stage, attempt } = await shown();
    stage.addAccount(phone, { dcId: 4 });
    const code = await stage.send(attempt, { type: 'submit_phone', phone });
    expect(code.state.step).toBe('code');
    expect([...stage.vault.dump().retired.values()]).toMatchObject([{ reason: 'qr_left' }]);
  });

  test('for a code calls nothing off that is not open', async () => {
    const { stage, attempt } = await shown();
    const code = await stage.send(attempt, { type: 'submit_phone', phone });
    const back = await stage.send(code, { type: 'show_qr' });
    expect(qrOf(back)).toMatchObject({ paused: false });
    expect(stage.telegram.count('cancelCode')).toBe(1);
  });
});

test('a stream tells each change once, and ends with the attempt', async () => {
  const stage = setStage();
  const started = await stage.start();
  const page = await listen(stage, started);
  await vi.waitFor(() => expect(page.seen).toHaveLength(1));
  const code = await stage.send(started, { type: 'submit_phone', phone });
  await page.reaches('code');
  await stage.send(code, { type: 'submit_code', code: '12345' });
  await page.ended;
  expect(page.seen.map(({ attempt }) => attempt.state.step)).toEqual(['phone', 'code', 'connected']);
});

test('a stream that is left counts as nobody listening', async () => {
  const stage = setStage();
  const started = await stage.start();
  const page = await listen(stage, started);
  expect(stage.deps.feed.hasListeners(started.id)).toBe(true);
  page.leave();
  await page.ended;
  expect(stage.deps.feed.hasListeners(started.id)).toBe(false);
});

test('there is no stream of somebody else’s attempt', async () => {
  const { stage, attempt } = await shown();
  const eve = { ...stage.actor, userId: 'u2' };
  const stream = watchAttempt(stage.deps, eve, attempt.id, new AbortController().signal);
  await expect(stream).rejects.toMatchObject({ code: 'attempt.not_found' });
  expect(stage.deps.feed.hasListeners(attempt.id)).toBe(false);
});
