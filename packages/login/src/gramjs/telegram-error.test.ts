import { readFileSync } from 'node:fs';
import { telegramErrorNames } from '@botize/contract';
import { describe, expect, it } from 'vitest';
import { migrationTarget, telegramError } from './telegram-error.ts';

interface Documented {
  code: number;
  error: string;
  policy: string;
}
const file = new URL('./telegram-auth-errors.json', import.meta.url);
const documented = JSON.parse(readFileSync(file, 'utf8')) as Documented[];

describe('telegramError', () => {
  it('has all errors that Telegram documents for these requests', () => {
    expect(documented).toHaveLength(147);
  });

  it.each(documented)('maps $code $error', ({ code, error, policy }) => {
    const name = error.replace('_%d', '').toLowerCase();
    const mapped = telegramError(code, error.replace('%d', '7'));
    expect(mapped).toMatchObject({ status: code, policy, code: `telegram.${name}` });
    expect(mapped.name.toLowerCase()).toBe(name);
  });

  it('knows no name that is not documented', () => {
    const names = new Set(documented.map(({ error }) => error.replace('_%d', '').toLowerCase()));
    expect(new Set(telegramErrorNames)).toEqual(names);
  });

  it.each([
    ['FLOOD_WAIT_30', 'FLOOD_WAIT', 30],
    ['FLOOD_PREMIUM_WAIT_5', 'FLOOD_PREMIUM_WAIT', 5],
    ['2FA_CONFIRM_WAIT_86400', '2FA_CONFIRM_WAIT', 86_400],
    ['SESSION_TOO_FRESH_3600', 'SESSION_TOO_FRESH', 3600],
    ['EMAIL_UNCONFIRMED_6', 'EMAIL_UNCONFIRMED', null],
    ['INTERDC_4_CALL_ERROR', 'INTERDC_CALL_ERROR', null],
    ['AUTH_TOKEN_INVALID2', 'AUTH_TOKEN_INVALID2', null],
    ['TRANSPORT_ERROR_404', 'TRANSPORT_ERROR_404', null],
    ['RESET_WAIT_600', 'RESET_WAIT', 600],
  ])('takes the number out of %s', (wireName, name, waitSeconds) => {
    expect(telegramError(420, wireName)).toMatchObject({ name, waitSeconds });
  });

  it.each(['NEW_AND_STRANGE', 'toString', '__proto__', '', 'FLOOD_WAIT_', 'A'.repeat(5000)])(
    'stops on %.20s',
    (name) => {
      expect(telegramError(400, name)).toMatchObject({ code: 'telegram.unknown', policy: 'stop' });
    },
  );

  it('finds the data centre of a migration', () => {
    const names = ['PHONE_MIGRATE_5', 'NETWORK_MIGRATE_2', 'USER_MIGRATE_1', 'FILE_MIGRATE_3', 'PHONE_MIGRATE_X'];
    expect(names.map(migrationTarget)).toEqual([5, 2, 1, null, null]);
  });
});
