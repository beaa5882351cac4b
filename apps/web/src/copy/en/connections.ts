import { pluralsOf } from '../plural.ts';

const plural = pluralsOf('en');
const words = ['', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];

export const connections = {
  title: 'Your Telegram accounts',
  needYou: (n: number) => `${words[n] ?? n} ${plural(n, { one: 'account needs you. ', other: 'accounts need you. ' })}`,
  lead: 'Botize runs automations only with connected accounts.',
  empty: 'No Telegram account is connected yet.',
  connect: 'Connect an account',
  notFinished: 'Not finished',
  notFinishedAt: (step: string, until: string) => `You stopped at “${step}”. Kept until ${until}.`,
  goOn: 'Continue',
  cancel: 'Cancel',
  status: { connected: 'Connected', needs_reconnect: 'Needs reconnecting', suspended: 'Suspended' },
  reasons: {
    revoked: {
      title: 'Signed out in Telegram.',
      text: 'Someone ended “Botize” under Settings → Devices. Automations are paused.',
    },
    expired: {
      title: 'Telegram let the session run out.',
      text: 'It does that after a long time without use. Automations are paused.',
    },
    duplicated: {
      title: 'The session was used in two places.',
      text: 'Telegram ended it for safety. Automations are paused.',
    },
    frozen: {
      title: 'Telegram has frozen this account.',
      text: 'Only you can appeal, in Telegram: open the notice above your chats.',
    },
    deactivated: {
      title: 'This account was deleted in Telegram.',
      text: 'It can’t be used any more. You can remove it here.',
    },
    banned: {
      title: 'Telegram has banned this account.',
      text: 'Only Telegram can lift that. You can remove it here.',
    },
  },
  confirmLogin: {
    title: 'One tap is missing in Telegram.',
    text: 'Open Telegram and tap “Yes, it’s me”, so that the login stays.',
  },
  unreachable: 'Telegram couldn’t be reached at the last check.',
  checked: (ago: string) => `Checked ${ago}.`,
  notChecked: 'Not checked yet.',
  since: (date: string) => `Connected since ${date}.`,
  was: (date: string) => `Connected on ${date}.`,
  device: (name: string) => `In Telegram as “${name}”.`,
  inUse: (until: string) => `Botize is using it until ${until}.`,
  check: 'Check now',
  checkOf: (name: string) => `Check ${name} now`,
  checking: 'Checking…',
  checkedOk: 'Checked: all is well.',
  reconnect: 'Reconnect',
  reconnectOf: (name: string) => `Reconnect ${name}`,
  disconnect: 'Disconnect',
  remove: 'Remove',
  disconnectOf: (name: string) => `Disconnect ${name}`,
  removeOf: (name: string) => `Remove ${name}`,
  dialogTitle: (name: string) => `Disconnect [[${name}]]?`,
  dialogText:
    'Automations with this account stop at once, and “Botize” goes from Settings → Devices in Telegram. To use it again, you connect it anew.',
  keep: 'Keep it',
  disconnecting: 'Disconnecting…',
  gone: (name: string) => `[[${name}]] is disconnected. Telegram has confirmed it.`,
  gonePending: (name: string) =>
    `[[${name}]] is disconnected here, and erased. Telegram hasn’t confirmed the log-out yet: we go on until it does.`,
  logoutsPending:
    'Telegram hasn’t confirmed yet that every former session is ended. We go on until it does; you have nothing to do.',
  goneBefore: (name: string) => `[[${name}]] is disconnected.`,
};

export const help = {
  title: 'Help',
  items: [
    { title: 'Where is the code?', text: 'In your Telegram app, in the chat called **Telegram**. It’s rarely an SMS.' },
    {
      title: 'It says wait. What now?',
      text: 'Telegram sets that limit and we can’t lift it. The QR code usually works at once.',
    },
    {
      title: 'I forgot my cloud password',
      text: 'Only Telegram can help: **Settings → Privacy and Security → Two-Step Verification**.',
    },
    {
      title: 'How do I end it?',
      text: 'Press **Disconnect** under Connections here, or tap **Botize** under **Settings → Devices** in Telegram.',
    },
    {
      title: 'I need a person',
      text: 'Write to Botize support with the reference at the end of the page. Never send a code or a password.',
    },
  ],
};

export const privacy = {
  title: 'Privacy',
  items: [
    {
      title: 'What Botize keeps',
      text: 'The Telegram session, your API ID and API hash, and your number, each encrypted with a key of its own.',
    },
    {
      title: 'What Botize never keeps',
      text: 'Sign-in codes and your cloud password. They’re used once and forgotten.',
    },
    {
      title: 'Who can see it',
      text: 'Support sees the status and a masked number. Nobody sees codes, passwords, the hash or the session; each look is recorded.',
    },
    {
      title: 'What the session can do',
      text: 'Botize can read your chats and send messages as you, for the automations you switch on.',
    },
    { title: 'When it goes', text: 'With **Disconnect** the session is ended in Telegram and erased here.' },
  ],
};
