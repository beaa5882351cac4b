import { randomInt } from 'node:crypto';
import type { TlObject } from '../rpc.ts';
import { readTestNumber } from '../scenarios.ts';
import type { DeliveryKind, Scenario } from '../scenario.ts';
import type { LoginCode } from '../state/codes.ts';
import type { MessageKind } from '../state/messages.ts';

export const secretWord = 'lantern';
export const secretPhrase = 'three quiet boats';
export const missedCallPrefix = '+44207946';

const defaultChain: readonly DeliveryKind[] = ['app', 'sms'];

export function chainOf(scenario: Scenario): readonly DeliveryKind[] {
  return scenario.deliveries ?? defaultChain;
}

/** Digits by Telegram's convention for test numbers, at random for others. */
export function digitsFor(phone: string, length: number): string {
  const test = readTestNumber(phone);
  if (test) return String(test.dcId).repeat(length);
  return String(randomInt(10 ** (length - 1), 10 ** length));
}

export function makeCode(kind: DeliveryKind, phone: string, scenario: Scenario): string {
  if (kind === 'email_setup') return '';
  if (kind === 'sms_word') return secretWord;
  if (kind === 'sms_phrase') return secretPhrase;
  return digitsFor(phone, scenario.codeLength ?? 5);
}

/** `marta@example.com` as `m***a@e***.com`: Telegram shows just so much. */
export function emailPattern(email: string): string {
  const [name = '', domain = ''] = email.split('@');
  const ending = domain.slice(domain.lastIndexOf('.'));
  return `${name.slice(0, 1)}***${name.slice(-1)}@${domain.slice(0, 1)}***${ending}`;
}

interface Sent {
  code: LoginCode;
  scenario: Scenario;
  email: string | null;
  /** Unix seconds at which a reset that was asked for is done. */
  emailResetDate: number | null;
}

export function sentCodeType({ code, scenario, email, emailResetDate }: Sent): TlObject {
  const length = code.code.length;
  const beginning = (text: string) => (scenario.hidesBeginning ? {} : { beginning: text });
  switch (code.delivery as DeliveryKind) {
    case 'app':
      return { _: 'auth.sentCodeTypeApp', length };
    case 'sms':
      return { _: 'auth.sentCodeTypeSms', length };
    case 'call':
      return { _: 'auth.sentCodeTypeCall', length };
    case 'sms_word':
      return { _: 'auth.sentCodeTypeSmsWord', ...beginning(secretWord.slice(0, 1)) };
    case 'sms_phrase':
      return { _: 'auth.sentCodeTypeSmsPhrase', ...beginning(secretPhrase.split(' ')[0] ?? '') };
    case 'missed_call':
      return { _: 'auth.sentCodeTypeMissedCall', prefix: missedCallPrefix, length };
    case 'flash_call':
      return { _: 'auth.sentCodeTypeFlashCall', pattern: `+44207946${'X'.repeat(length)}` };
    case 'fragment':
      return {
        _: 'auth.sentCodeTypeFragmentSms',
        url: `https://fragment.com/number/${code.phone.slice(1)}/code`,
        length,
      };
    case 'firebase':
      return { _: 'auth.sentCodeTypeFirebaseSms', nonce: Buffer.alloc(16, 7), length };
    case 'email_setup':
      return { _: 'auth.sentCodeTypeSetUpEmailRequired' };
    case 'email_code':
      return {
        _: 'auth.sentCodeTypeEmailCode',
        email_pattern: emailPattern(email ?? 'unknown@example.com'),
        length,
        ...(emailResetDate === null
          ? { reset_available_period: scenario.emailResetSeconds ?? 0 }
          : { reset_pending_date: emailResetDate }),
      };
  }
}

const codeTypes: Partial<Record<DeliveryKind, string>> = {
  sms: 'auth.codeTypeSms',
  call: 'auth.codeTypeCall',
  missed_call: 'auth.codeTypeMissedCall',
  flash_call: 'auth.codeTypeFlashCall',
  fragment: 'auth.codeTypeFragmentSms',
};

/** How the next delivery is announced; email can only be left by a reset, so it announces none. */
export function nextCodeType(chain: readonly DeliveryKind[], index: number): TlObject | null {
  const next = chain[index + 1];
  const name = next && codeTypes[next];
  return name && !chain[index]?.startsWith('email') ? { _: name } : null;
}

/** Where on the phone it arrives, and the words around the code. */
export function phoneMessage(kind: DeliveryKind, email: string | null): { kind: MessageKind; text: string } | null {
  switch (kind) {
    case 'app':
      return { kind: 'app', text: 'Don’t give this code to anyone, not even if they say they’re from Telegram.' };
    case 'sms':
      return { kind: 'sms', text: 'SMS: your Telegram code. Don’t give it to anyone.' };
    case 'sms_word':
      return { kind: 'sms', text: 'SMS: your secret word for Telegram.' };
    case 'sms_phrase':
      return { kind: 'sms', text: 'SMS: your secret phrase for Telegram.' };
    case 'call':
      return { kind: 'call', text: 'A call: a voice reads these digits.' };
    case 'missed_call':
      return { kind: 'call', text: `A missed call from ${missedCallPrefix} and these digits.` };
    case 'flash_call':
      return { kind: 'call', text: 'A flash call from a number with these digits.' };
    case 'fragment':
      return { kind: 'fragment', text: 'On Fragment, on the page of this anonymous number.' };
    case 'firebase':
      return { kind: 'sms', text: 'SMS for official apps.' };
    case 'email_code':
      return { kind: 'email', text: `Email to ${email ?? 'the login address'}.` };
    case 'email_setup':
      return null;
  }
}
