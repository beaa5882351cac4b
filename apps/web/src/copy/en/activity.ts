import type { CheckOutcome } from '@botize/contract';
import type { ActivitySentences, Who } from '../activity-sentences.ts';

const names: Record<Who, string> = { user: 'You', support: 'Botize support', host: 'Botize', system: 'Botize' };

const found: Record<CheckOutcome, string> = {
  ok: 'all is well.',
  unreachable: 'Telegram couldn’t be reached.',
  revoked: 'it was signed out in Telegram.',
  expired: 'Telegram let the session run out.',
  duplicated: 'the session was used in two places, so Telegram ended it.',
  frozen: 'Telegram has frozen the account.',
  deactivated: 'the account was deleted in Telegram.',
  banned: 'Telegram has banned the account.',
};

const sentences: ActivitySentences = {
  'attempt.started': (who) => `**${names[who]} began** to connect an account.`,
  'attempt.failed': () => '**A sign-in failed.** Nothing was connected.',
  'attempt.cancelled': (who) => `**${names[who]} cancelled** a sign-in.`,
  'attempt.expired': () => '**A sign-in ran out of time.** Nothing was connected.',
  'connection.connected': (who) => `**${names[who === 'system' ? 'user' : who]} connected it.**`,
  'connection.reconnected': (who) => `**${names[who === 'system' ? 'user' : who]} reconnected it.**`,
  'connection.redeemed': () => '**Botize received it** for your automations.',
  'connection.checked': (who, outcome) =>
    `**${who === 'system' ? 'Checked' : `${names[who]} checked`}:** ${outcome ? found[outcome] : 'done.'}`,
  'connection.recovered': () => '**It works again.**',
  'connection.needs_reconnect': (_, outcome) =>
    `**Automations stopped:** ${outcome ? found[outcome] : 'reconnect it.'}`,
  'connection.suspended': (_, outcome) => `**Automations stopped:** ${outcome ? found[outcome] : 'it is suspended.'}`,
  'connection.disconnected': (who) => `**${names[who]} disconnected it.**`,
  'session.leased': () => '**Botize began to use** the account.',
  'session.returned': () => '**Botize stopped using** the account.',
  'session.error_reported': () => '**Telegram refused something** while Botize was using the account.',
  'session.logged_out': () => '**Telegram confirmed** that a session no longer needed is ended.',
  'session.abandoned': () =>
    '**Telegram never confirmed a log-out.** If “Botize” is still under Settings → Devices, end it there.',
  'link.created': () => '**Botize made a link** for you to come here.',
  'support.looked': () => '**Botize support looked** at the status. They can’t see codes, passwords or messages.',
  'support.asked_check': () => '**Botize support asked Telegram** whether the connection works.',
  'support.sent_link': () => '**Botize support sent you a link** to connect again.',
  'support.ended_attempt': () => '**Botize support ended a sign-in** that was still open.',
  'support.cleared_limit': () => '**Botize support cleared a limit**, so that you can try again.',
  'user.erased': (who) => `**${names[who]} erased everything** here.`,
};

export const activity = {
  title: 'Activity',
  of: (name: string, device: string) => `[[${name}]], shown in Telegram as “${device}”`,
  ofAll: 'All your accounts, also those that are gone',
  choose: '(show its activity)',
  showAll: 'Show all activity',
  showOne: (name: string) => `Only ${name}`,
  nothing: 'Nothing has happened yet.',
  failed: 'This can’t be shown right now.',
  today: 'Today',
  yesterday: 'Yesterday',
  why: (reason: string) => `Their reason: “[[${reason}]]”`,
  sentences,
};

export const wasThatYou = {
  title: 'Was that you?',
  since: (name: string, at: string) => `[[${name}]] was connected: ${at}.`,
  points: [
    'Telegram shows the new login as **Botize** and asks about it above your chats. Tap **Yes, it’s me**, so that it stays.',
    'The place that Telegram names is where our server stands. It may not be your city.',
    'To end it, tap **Botize** under **Settings → Devices** in Telegram, or press **Disconnect** here.',
    'It wasn’t you? Disconnect it, then turn on **Two-Step Verification** under **Settings → Privacy and Security**.',
  ] as [string, string, string, string],
};

export const leaving = {
  title: 'Leave, and erase everything',
  text: 'Disconnects every account and erases all that is stored about you here.',
  kept: (days: number) => `That it happened is kept for ${days} days, without names, numbers or secrets.`,
  button: 'Erase everything',
  dialogTitle: 'Erase everything?',
  dialogText:
    'All your Telegram accounts are disconnected at once, their automations stop, and everything about you here is erased. It can’t be taken back.',
  keep: 'Keep everything',
  busy: 'Erasing…',
  doneTitle: 'Everything is erased',
  done: 'No account of yours is connected any more, and Telegram has ended every session.',
  donePending:
    'No account of yours is connected any more. Telegram hasn’t confirmed the end of every session yet: we go on until it does.',
};
