import { Api } from 'telegram';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { listenForNotice, plainText } from './service-notice.ts';

describe('plainText', () => {
  it.each([
    ['Please update.\n\nThanks', 'Please update. Thanks'],
    ['\u202Edetrever\u0000 \u200Bhidden', 'detrever hidden'],
    ['<b>bold</b>', '<b>bold</b>'],
    ['   ', null],
    ['', null],
  ])('cleans %j', (message, text) => {
    expect(plainText(message)).toBe(text);
  });

  it('cuts at 500 without halving a character', () => {
    expect(plainText('x'.repeat(600))).toHaveLength(500);
    expect(plainText(`${'x'.repeat(499)}😀`)).toBe('x'.repeat(499));
  });
});

describe('listenForNotice', () => {
  const notification = new Api.UpdateServiceNotification({
    message: 'Sorry',
    type: 'X',
    media: new Api.MessageMediaEmpty(),
    entities: [],
  });
  const updates = new Set<(update: Api.TypeUpdate) => void>();
  const ends = new Set<() => void>();
  const subscribe =
    <L>(listeners: Set<L>) =>
    (listener: L) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    };
  const client = { onUpdate: subscribe(updates), onEnd: subscribe(ends) };
  const push = (update: Api.TypeUpdate) => updates.forEach((listener) => listener(update));
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    updates.clear();
    ends.clear();
  });

  it('has what came before the question', async () => {
    const notice = listenForNotice(client);
    push(new Api.UpdateLoginToken());
    push(notification);
    expect(await notice.text()).toBe('Sorry');
  });

  it('waits for what comes after it, and not for ever', async () => {
    const soon = listenForNotice(client).text();
    await vi.advanceTimersByTimeAsync(1_000);
    push(notification);
    expect(await soon).toBe('Sorry');
    const never = listenForNotice(client).text();
    await vi.advanceTimersByTimeAsync(1_500);
    expect(await never).toBeNull();
  });

  it('gives up with the client', async () => {
    const text = listenForNotice(client).text();
    ends.forEach((listener) => listener());
    expect(await text).toBeNull();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('leaves no listener behind', () => {
    listenForNotice(client).stop();
    expect(updates.size + ends.size).toBe(0);
  });
});
