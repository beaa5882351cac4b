import { readFileSync } from 'node:fs';
import { telegramError } from '../../gramjs/telegram-error.ts';
import type { ErrorPolicy, TelegramError } from '../../ports/telegram-gateway.ts';

export interface DocumentedError {
  code: number;
  /** As on the wire, with `%d` for a number. */
  error: string;
  /** Methods of Telegram that may answer so; `*` is any. */
  methods: string[];
  policy: ErrorPolicy;
}

const file = new URL('../../gramjs/telegram-auth-errors.json', import.meta.url);
export const documentedErrors = JSON.parse(readFileSync(file, 'utf8')) as DocumentedError[];

/** What no documentation has: it has to be met all the same. */
export const inventedError: DocumentedError = { code: 400, error: 'TOTALLY_NEW_ERROR', methods: ['*'], policy: 'stop' };

/** What sets a connection up; its errors reach whichever request comes first. */
const connecting: readonly string[] = ['*', 'invokeWithLayer', 'initConnection', 'help.getConfig'];

export const reaches = ({ methods }: DocumentedError, wireMethod: string): boolean =>
  methods.some((method) => method === wireMethod || connecting.includes(method));

export const waitSeconds = 120;
export const notice = 'What Telegram itself has to say.';

/** The error as the gateway hands it on, with a wait of two minutes where there is one. */
export const asMet = ({ code, error }: DocumentedError): TelegramError =>
  telegramError(code, error.replace('%d', String(waitSeconds)), code === 406 ? notice : null);
