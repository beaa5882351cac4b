import { describe, expect, test } from 'vitest';
import { Refusal } from '../ports/world.ts';
import { refusal } from '../testing/refusal.ts';
import { credentials, consent, phone, setStage } from '../testing/stage.ts';
import { currentAttempt } from './current-attempt.ts';
import { runCommand } from './run-command.ts';
import { startAttempt } from './start-attempt.ts';

const refusalOf = async (work: Promise<unknown>): Promise<Refusal> => {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Refusal)) throw new Error('nothing was refused');
  return error;
};

const atCode = async () => {
  const stage = setStage();
  const code = await stage.send(await stage.start(), { type: 'submit_phone', phone });
  return { stage, code };
};

describe('fifty at once', () => {
  test('codes make one request and get one answer', async () => {
    const { stage, code } = await atCode();
    const sent = Array.from({ length: 50 }, () => stage.send(code, { type: 'submit_code', code: '12345' }));
    const answers = await Promise.all(sent);
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toHaveLength(1);
    expect(answers[0]).toMatchObject({ revision: 2, state: { step: 'connected' } });
    expect(stage.telegram.count('signIn')).toBe(1);
  });

  test('numbers make one request, though Telegram refuses it', async () => {
    const stage = setStage();
    const started = await stage.start();
    stage.telegram.plan('sendCode', refusal('PHONE_NUMBER_BANNED'));
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => stage.send(started, { type: 'submit_phone', phone })),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toHaveLength(1);
    expect(stage.telegram.count('sendCode')).toBe(1);
  });

  test('different codes: one is taken, the others are late', async () => {
    const { stage, code } = await atCode();
    const settled = await Promise.allSettled(
      Array.from({ length: 50 }, (_, n) => stage.send(code, { type: 'submit_code', code: String(20_000 + n) })),
    );
    const refused = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason as Refusal] : []));
    expect(refused).toHaveLength(49);
    expect(new Set(refused.map((one) => one.code))).toEqual(new Set(['attempt.stale_revision']));
    expect(stage.telegram.count('signIn')).toBe(1);
  });

  test('beginnings make one attempt and one key', async () => {
    const stage = setStage();
    const started = await Promise.all(
      Array.from({ length: 50 }, () => startAttempt(stage.deps, stage.actor, { credentials, consent })),
    );
    expect(new Set(started.map(({ attempt }) => attempt.id))).toHaveLength(1);
    expect(started.filter(({ created }) => created)).toHaveLength(1);
    expect(stage.telegram.count('openKey')).toBe(1);
  });
});

test('a command that is repeated gets the same answer, and Telegram is not asked again', async () => {
  const { stage, code } = await atCode();
  const wrong = await stage.send(code, { type: 'submit_code', code: '00000' });
  expect(wrong.state).toMatchObject({ issue: { code: 'telegram.phone_code_invalid' }, triesLeft: 4 });
  expect(await stage.send(code, { type: 'submit_code', code: '00000' })).toEqual(wrong);
  expect(stage.telegram.count('signIn')).toBe(1);
});

test('another payload at the same revision is stale, and comes with the attempt', async () => {
  const { stage, code } = await atCode();
  const wrong = await stage.send(code, { type: 'submit_code', code: '00000' });
  const refused = await refusalOf(stage.send(code, { type: 'submit_code', code: '12345' }));
  expect(refused.code).toBe('attempt.stale_revision');
  expect(refused.attempt).toEqual(wrong);
});

test('the command before the last is stale, although it was done', async () => {
  const { stage, code } = await atCode();
  const first = await stage.send(code, { type: 'submit_code', code: '00000' });
  await stage.send(first, { type: 'submit_code', code: '00001' });
  const refused = await refusalOf(stage.send(code, { type: 'submit_code', code: '00000' }));
  expect(refused.code).toBe('attempt.stale_revision');
});

test('a command that the step does not know is refused', async () => {
  const { stage, code } = await atCode();
  const refused = await refusalOf(stage.send(code, { type: 'submit_password', password: 'x' }));
  expect(refused.code).toBe('attempt.command_not_allowed');
  expect(refused.attempt).toEqual(code);
});

test('an ended attempt takes no command, at no revision', async () => {
  const { stage, code } = await atCode();
  await stage.cancel(code);
  await stage.cancel(code);
  const refused = await refusalOf(stage.send(code, { type: 'submit_code', code: '12345' }));
  expect(refused.code).toBe('attempt.command_not_allowed');
  expect(refused.attempt?.state).toEqual({ step: 'cancelled' });
});

test('an attempt of somebody else does not exist', async () => {
  const { stage, code } = await atCode();
  const eve = { ...stage.actor, userId: 'u2' };
  const command = { type: 'submit_code', code: '12345', revision: code.revision } as const;
  expect((await refusalOf(runCommand(stage.deps, eve, code.id, command))).code).toBe('attempt.not_found');
  expect((await refusalOf(currentAttempt(stage.deps, eve))).code).toBe('attempt.none');
});

test('a code and a password are nowhere in the store', async () => {
  const stage = setStage();
  stage.addAccount(phone, { password: 'hunter-2-hunter' });
  const code = await stage.send(await stage.start(), { type: 'submit_phone', phone });
  const asked = await stage.send(code, { type: 'submit_code', code: '12345' });
  await stage.send(asked, { type: 'submit_password', password: 'wrong-hunter' });
  const stored = JSON.stringify([...stage.vault.dump().attempts.values()]).replaceAll('"apiId":12345', '');
  expect(stored).not.toContain('12345"');
  expect(stored).not.toContain('hunter');
});
