import { describe, expect, test, vi } from 'vitest';
import { refusal } from '../testing/refusal.ts';
import { password, phone, setStage } from '../testing/stage.ts';
import { getAttempt } from './current-attempt.ts';

const flood = refusal('FLOOD_WAIT', { status: 420, policy: 'retry-after', waitSeconds: 60 });
const other = '+34687654321';

describe('while Telegram asks to wait', () => {
  test('the same command is held back here, in a new process too, until the wait is over', async () => {
    const stage = setStage();
    const started = await stage.start();
    stage.telegram.plan('sendCode', flood);
    const held = await stage.send(started, { type: 'submit_phone', phone });
    expect(held.state).toMatchObject({ issue: { code: 'telegram.flood_wait', command: 'submit_phone' } });
    const again = await stage.reboot().send(held, { type: 'submit_phone', phone });
    expect(again).toMatchObject({ revision: held.revision + 1, state: held.state });
    expect(stage.telegram.count('sendCode')).toBe(1);
    stage.clock.advance(60_001);
    expect((await stage.send(again, { type: 'submit_phone', phone })).state.step).toBe('code');
  });

  test('another number may be tried', async () => {
    const stage = setStage();
    stage.addAccount(other);
    const started = await stage.start();
    stage.telegram.plan('sendCode', flood);
    const held = await stage.send(started, { type: 'submit_phone', phone });
    expect((await stage.send(held, { type: 'submit_phone', phone: other })).state.step).toBe('code');
  });

  test('the number is closed to everybody, if limits are on', async () => {
    const stage = setStage({ limits: true });
    const started = await stage.start();
    stage.telegram.plan('sendCode', flood);
    await stage.cancel(await stage.send(started, { type: 'submit_phone', phone }));
    const refused = await stage.send(await stage.start(), { type: 'submit_phone', phone });
    expect(refused.state).toMatchObject({ step: 'phone', issue: { code: 'limit.number_cooling_down' } });
    expect(stage.telegram.count('sendCode')).toBe(1);
  });

  test.each(['resend_code', 'show_qr'] as const)('for %s, the code in hand still signs in', async (type) => {
    const stage = setStage();
    const code = await stage.send(await stage.start(), { type: 'submit_phone', phone });
    stage.clock.advance(61_000);
    stage.telegram.plan(type === 'show_qr' ? 'exportLoginToken' : 'resendCode', flood);
    const held = await stage.send(code, { type });
    expect(held.state).toMatchObject({ step: 'code', issue: { command: type } });
    const asked = stage.telegram.calls.length;
    const still = await stage.send(held, { type });
    expect(stage.telegram.calls).toHaveLength(asked);
    expect((await stage.send(still, { type: 'submit_code', code: '12345' })).state.step).toBe('connected');
  });

  test('a password is not even proved', async () => {
    const stage = setStage();
    stage.addAccount(phone, { password });
    const code = await stage.send(await stage.start(), { type: 'submit_phone', phone });
    const asked = await stage.send(code, { type: 'submit_code', code: '12345' });
    stage.telegram.plan('checkPassword', flood);
    const held = await stage.send(asked, { type: 'submit_password', password });
    expect((await stage.send(held, { type: 'submit_password', password })).state).toEqual(held.state);
    expect(stage.telegram.count('checkPassword')).toBe(1);
  });
});

test('what the QR code meets while nobody presses anything is named after it', async () => {
  const stage = setStage();
  const qr = await stage.send(await stage.start(), { type: 'show_qr' });
  await vi.waitFor(() => expect(stage.telegram.watched()).toBe(true));
  stage.telegram.plan('exportLoginToken', flood);
  const token = qr.state.step === 'phone' ? (qr.state.qr?.url.replace('tg://login?token=', '') ?? '') : '';
  stage.telegram.approve(token, phone);
  await vi.waitFor(async () =>
    expect((await getAttempt(stage.deps, stage.actor, qr.id)).state).toMatchObject({
      issue: { code: 'telegram.flood_wait', command: 'show_qr' },
      qr: { paused: true },
    }),
  );
});
