import type { telegramErrorNames } from '@botize/contract';
import type { TelegramError } from '../ports/telegram-gateway.ts';
import { errorPolicies } from './rpc-errors.ts';

type KnownName = (typeof telegramErrorNames)[number];

const isKnown = (name: string): name is KnownName => Object.hasOwn(errorPolicies, name);

/** Names whose number is a wait in seconds; in others it is a data centre, a length or a counter. */
const isWait = (name: string): boolean => /_WAIT$|_TOO_FRESH$/.test(name);

/** `FLOOD_WAIT_30` is `FLOOD_WAIT` and 30, `INTERDC_2_CALL_ERROR` is `INTERDC_CALL_ERROR` and 2. */
function splitNumber(wireName: string): { name: string; number: number | null } {
  if (isKnown(wireName.toLowerCase())) return { name: wireName, number: null };
  const match = /^(.+?)_(\d{1,9})(?=_|$)(.*)$/s.exec(wireName);
  if (!match) return { name: wireName, number: null };
  return { name: `${match[1]}${match[3]}`, number: Number(match[2]) };
}

/** The number of a `PHONE_MIGRATE_X`, `NETWORK_MIGRATE_X` or `USER_MIGRATE_X`: the data centre in charge. */
export function migrationTarget(wireName: string): number | null {
  const { name, number } = splitNumber(wireName);
  return /^(PHONE|NETWORK|USER)_MIGRATE$/.test(name) ? number : null;
}

/** Translates an error of the wire. An unknown name keeps its name, for the log, and gets a generic code. */
export function telegramError(status: number, wireName: string, text: string | null = null): TelegramError {
  const { name, number } = splitNumber(wireName);
  const key = name.toLowerCase();
  const known = isKnown(key);
  return {
    name,
    status,
    code: known ? `telegram.${key}` : 'telegram.unknown',
    policy: known ? errorPolicies[key] : 'stop',
    waitSeconds: isWait(name) ? number : null,
    text,
  };
}
