import type { Command, CommandType } from '@botize/contract';
import { confirmAccount } from './confirm-account.ts';
import { resendCode } from './resend-code.ts';
import { resetEmail } from './reset-email.ts';
import { showQr } from './show-qr.ts';
import { submitCode } from './submit-code.ts';
import { submitEmail } from './submit-email.ts';
import { submitPassword } from './submit-password.ts';
import { submitPhone } from './submit-phone.ts';
import type { Turn } from './turn.ts';
import { usePhone } from './use-phone.ts';
import type { CommandOf } from './verb.ts';

type Verbs = { [T in CommandType]: (turn: Turn, command: CommandOf<T>, fingerprint: string) => Promise<void> };

const verbs: Verbs = {
  submit_phone: submitPhone,
  submit_code: submitCode,
  resend_code: resendCode,
  submit_email: submitEmail,
  reset_email: resetEmail,
  submit_password: submitPassword,
  use_phone: usePhone,
  show_qr: showQr,
  confirm_account: confirmAccount,
};

export function runVerb(turn: Turn, command: Command, fingerprint: string): Promise<void> {
  const verb = verbs[command.type] as (turn: Turn, command: Command, fingerprint: string) => Promise<void>;
  return verb(turn, command, fingerprint);
}
