import type { AccountStatus } from './state/accounts.ts';
import type { EndReason } from './state/authorizations.ts';

/** How a login code travels. `email_setup` asks for an address first. */
export type DeliveryKind =
  | 'app'
  | 'sms'
  | 'sms_word'
  | 'sms_phrase'
  | 'call'
  | 'missed_call'
  | 'flash_call'
  | 'fragment'
  | 'firebase'
  | 'email_code'
  | 'email_setup';

/** An error in place of an answer. */
export interface Refusal {
  /** Method it is given to. */
  method: string;
  code: number;
  /** `_NEXT` at its end becomes the number of the next data centre; `_HOME` that of the account's, unless it is there. */
  message: string;
  /** Given this often, then no more; absent: always. */
  times?: number;
  /** The request is carried out all the same. */
  afterEffect?: true;
  /** Sent as `updateServiceNotification` just before. */
  notification?: string;
}

/** What happens to a person with this number; whatever is absent goes as it should. */
export interface Scenario {
  /** Last four digits of 99966XYYYY. */
  suffix: string;
  /** Also accepted by the control API for any other number. */
  name: string;
  /** What the person who signs in meets, in a few words. */
  shows: string;
  /** The first delivery, then what each resend uses. Default: app, then SMS. */
  deliveries?: readonly DeliveryKind[];
  /** Seconds until the next delivery may be asked for (default 60). */
  nextAfterSeconds?: number;
  /** Of a numeric code (default 5). */
  codeLength?: number;
  /** Seconds from sending until the code is no longer good (default: the service's setting). */
  codeSeconds?: number;
  /** Words and phrases come without their beginning. */
  hidesBeginning?: true;
  /** Whatever is typed is called wrong. */
  noCodeIsRight?: true;
  /** Seconds that a reset of the login email takes; 0: at once; absent: at once. */
  emailResetSeconds?: number;
  password?: { text: string; hint: string | null };
  /** There is no account; `sign_up` answers with the terms, `unoccupied` with an error. */
  nobody?: 'sign_up' | 'unoccupied';
  /** `auth.sendCode` sends no code; `signed_in` asks for the cloud password if there is one. */
  sendCodeAnswers?: 'signed_in' | 'success_sign_up' | 'payment_required';
  /** Telegram advises a cloud password; without one the next sign-in has to wait this many days. */
  reloginDays?: number;
  status?: AccountStatus;
  /** The sign-in that waits for the password is forgotten when the password comes. */
  lapsesAtPassword?: true;
  /** The first request after the sign-in finds the key ended so. */
  endedAfterSignIn?: EndReason;
  person?: { firstName: string; lastName: string | null; username: string | null };
  refusals?: readonly Refusal[];
}
