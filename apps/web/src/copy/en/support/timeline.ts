import type { CheckOutcome, DeliveryType, SupportStep } from '@botize/contract';
import type * as z from 'zod/mini';
import type { TimelineSentences, TimelineValues } from '../../support-sentences.ts';

type Delivery = z.infer<typeof DeliveryType>;

export const found: Record<CheckOutcome, string> = {
  ok: 'all is well.',
  unreachable: 'Telegram couldn’t be reached.',
  revoked: 'it was ended in Telegram.',
  expired: 'Telegram let the session run out.',
  duplicated: 'the session was used in two places.',
  frozen: 'Telegram has frozen the account.',
  deactivated: 'the account was deleted in Telegram.',
  banned: 'Telegram has banned the account.',
};

export const sentBy: Record<Delivery, string> = {
  app: 'to the Telegram app',
  sms: 'by SMS',
  call: 'by a voice call',
  email_code: 'by email',
  email_setup: 'to the new email address',
  sms_word: 'by SMS, as a word',
  sms_phrase: 'by SMS, as a phrase',
  missed_call: 'by a missed call',
  fragment: 'over Fragment',
  firebase: 'to Telegram’s own apps only',
  unknown: 'another way',
};

const who = ({ actor, staffId }: TimelineValues): string =>
  actor === 'user'
    ? 'The user'
    : actor === 'host'
      ? 'Botize'
      : actor === 'support'
        ? `Support${staffId === null ? '' : ` ([[${staffId}]])`}`
        : 'Our server';

const reached: Record<SupportStep, (delivery: Delivery | null) => string> = {
  credentials: () => '**The user came to the credentials.**',
  phone: () => '**Telegram accepted the API credentials.** The number comes next.',
  code: (delivery) => `**Code sent**${delivery === null ? '' : ` ${sentBy[delivery]}`}.`,
  email: () => '**Telegram asked for an email address.**',
  password: () => '**The code was right.** Telegram asked for the cloud password.',
  confirm_account: () => '**Signed in with another account** than before. We asked which one is meant.',
  connected: () => '**Signed in.**',
  failed: () => '**The sign-in failed.**',
  cancelled: () => '**The sign-in was cancelled.**',
  expired: () => '**The sign-in ran out of time.**',
};

const triesLeft = (n: number | null) => (n === null ? '' : n === 1 ? ' One try left.' : ` ${n} tries left.`);

const refused = (v: TimelineValues) => `**${v.problem ?? 'Something was refused'}.**${triesLeft(v.triesLeft)}`;

export const timeline: TimelineSentences = {
  'attempt.started': (v) => `**${who(v)} began** to connect an account.`,
  'attempt.step': (v) =>
    v.problem !== null ? refused(v) : v.step === null ? '**The sign-in went on.**' : reached[v.step](v.delivery),
  'attempt.refused': refused,
  'attempt.failed': (v) => `**The sign-in failed.**${v.problem === null ? '' : ` ${v.problem}.`}`,
  'attempt.cancelled': (v) => `**${who(v)} cancelled** the sign-in.`,
  'attempt.expired': () => '**The sign-in ran out of time.** Nothing was connected.',
  'connection.connected': () => '**Connected.**',
  'connection.reconnected': () => '**Reconnected.**',
  'connection.redeemed': () => '**Botize received** the connection.',
  'connection.checked': (v) => `**${who(v)} checked:** ${v.outcome === null ? 'done.' : found[v.outcome]}`,
  'connection.recovered': () => '**It works again.**',
  'connection.needs_reconnect': (v) =>
    `**Needs reconnecting:** ${v.outcome === null ? 'the session has ended.' : found[v.outcome]}`,
  'connection.suspended': (v) => `**Suspended:** ${v.outcome === null ? 'by Telegram.' : found[v.outcome]}`,
  'connection.disconnected': (v) => `**${who(v)} disconnected it.**`,
  'link.created': () => '**Botize made a link** for the user to come here.',
  'session.leased': () => '**Botize began to use** the account.',
  'session.returned': () => '**Botize stopped using** the account.',
  'session.error_reported': () => '**Telegram refused something** while Botize was using the account.',
  'session.logged_out': () => '**Telegram confirmed** that a session no longer needed is ended.',
  'session.abandoned': () => '**Telegram never confirmed a log-out.** We have stopped asking.',
  'support.looked': (v) => `**${who(v)} looked** at this page.`,
  'support.asked_check': (v) => `**${who(v)} asked for a check.**`,
  'support.sent_link': (v) => `**${who(v)} sent a repair link.**`,
  'support.ended_attempt': (v) => `**${who(v)} ended the open sign-in.**`,
  'support.cleared_limit': (v) => `**${who(v)} cleared a limit.**`,
  'user.erased': (v) => `**${who(v)} erased everything.**`,
  'staff.account_connected_elsewhere': () =>
    '**The same Telegram account is connected to another Botize user, too.** That may be fine.',
  'staff.host_looked': () => '**Botize asked for the status.**',
  'staff.secret_refused': () => '**Botize asked for the session and was refused.**',
};
