import { expect } from 'vitest';
import type { CodeSent, KeyInUse, TelegramGateway } from '../../ports/telegram-gateway.ts';
import { answerAs } from './expect-answer.ts';
import { credentials, onKey, type Stand } from './stand.ts';

/** A fresh key in the given data centre, warm under `key`. */
export async function freshKey(gateway: TelegramGateway, key: string, dcId: number | null = null): Promise<KeyInUse> {
  const opened = await gateway.openKey({ key, credentials, dcId });
  if (opened.kind !== 'opened') return expect.fail(`no key but ${JSON.stringify(opened)}`);
  return onKey(key, opened.session);
}

/** Asks for a code on a fresh key. */
export async function askForCode(
  gateway: TelegramGateway,
  phone: string,
  dcId: number | null = null,
): Promise<{ on: KeyInUse; sent: CodeSent; request: { phone: string; phoneCodeHash: string } }> {
  const on = await freshKey(gateway, `attempt:${phone}`, dcId);
  const sent = answerAs(await gateway.call(on, 'sendCode', { phone }), 'code_sent');
  return { on, sent, request: { phone, phoneCodeHash: sent.phoneCodeHash } };
}

/** Signs in with a code; the number must need no more than that. */
export async function signIn(gateway: TelegramGateway, stand: Stand, phone: string): Promise<KeyInUse> {
  const { on, request } = await askForCode(gateway, phone);
  const code = await stand.code(phone);
  answerAs(await gateway.call(on, 'signIn', { ...request, code, by: 'phone' }), 'authorized');
  return on;
}
