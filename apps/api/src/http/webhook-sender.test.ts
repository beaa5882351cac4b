import { createHmac } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { startWebhookReceiver } from '../testing/webhook-receiver.ts';
import { createWebhookSender, signaturesOf } from './webhook-sender.ts';

// The example of the Standard Webhooks specification.
const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const known = {
  id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  seconds: 1_614_265_330,
  body: '{"test": 2432232314}',
};
const signature = 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=';

describe('signatures', () => {
  it('are those of the specification', () => {
    expect(signaturesOf([secret], known)).toBe(signature);
  });

  it('are one for each secret while they are changed', () => {
    const other = `whsec_${Buffer.alloc(24, 7).toString('base64')}`;
    const text = `${known.id}.${known.seconds}.${known.body}`;
    const expected = createHmac('sha256', Buffer.alloc(24, 7)).update(text).digest('base64');
    expect(signaturesOf([other, secret], known)).toBe(`v1,${expected} ${signature}`);
  });
});

describe('sending', () => {
  let receiver: Awaited<ReturnType<typeof startWebhookReceiver>> | undefined;
  afterEach(() => receiver?.stop());
  const clock = { now: () => known.seconds * 1000 };

  it('sends the body as it is, signed, and tells the status', async () => {
    receiver = await startWebhookReceiver(() => 202);
    const send = createWebhookSender({ url: new URL(receiver.url), secrets: [secret] }, clock);
    expect(await send(known)).toEqual({ status: 202, error: null });
    expect(receiver.received).toMatchObject([
      { body: known.body, headers: { 'webhook-id': known.id, 'webhook-signature': signature } },
    ]);
  });

  it.each([301, 307, 400, 410, 500])('takes %d for a refusal and follows nothing', async (status) => {
    receiver = await startWebhookReceiver(() => status);
    const send = createWebhookSender({ url: new URL(receiver.url), secrets: [secret] }, clock);
    expect(await send(known)).toEqual({ status, error: `status ${status}` });
    expect(receiver.received).toHaveLength(1);
  });

  it('never rejects: where nobody listens it says so', async () => {
    const gone = await startWebhookReceiver();
    await gone.stop();
    const send = createWebhookSender({ url: new URL(gone.url), secrets: [secret] }, clock);
    expect(await send(known)).toEqual({ status: null, error: 'econnrefused' });
  });
});
