import type { DiagnosisWords } from '../../support-sentences.ts';

/** Of accounts and connections, and of whoever has none. */
export const ofConnections = {
  account_banned: {
    title: 'Telegram has banned this account',
    why: 'Telegram did this, not Botize. Signing in again doesn’t help, and nobody here can lift it.',
    next: ['Tell them that only Telegram can lift a ban.', 'They can connect **another account** meanwhile.'],
    answer: [
      'Telegram has banned your account, so Botize can’t use it. Only Telegram can lift the ban, and only you can ask for it.',
      'If you have another Telegram account, you can connect that one: in Botize, open your integrations and choose Telegram.',
    ],
  },
  account_deleted: {
    title: 'The account was deleted in Telegram',
    why: 'Its owner or Telegram has deleted it. A deleted account doesn’t come back.',
    next: [
      'Tell them that this account can’t be connected any more.',
      'They can remove it here and connect **another account**.',
    ],
    answer: [
      'Your Telegram account was deleted in Telegram, so the connection has ended for good. You can remove it on the connections page.',
      'To go on, connect the Telegram account you use now: in Botize, open your integrations and choose Telegram.',
    ],
  },
  account_frozen: {
    title: 'Telegram has frozen this account',
    why: 'A frozen account can read but not send. Only its owner can appeal, in Telegram.',
    next: [
      'Ask them to open Telegram and tap the **notice above the chats**: the appeal is there.',
      'Once Telegram lifts it, **ask for a check**; nothing has to be connected again.',
    ],
    answer: [
      'Telegram has frozen your account, so Botize can’t use it for now. You can appeal: open Telegram and tap the notice above your chats.',
      'When Telegram lifts it, you don’t have to connect again. Write to us then, and we check it.',
    ],
  },
  account_in_doubt: {
    title: 'The kept credentials are no longer there',
    why: 'The sign-in meant to use what was kept of the connection, and it is gone.',
    next: ['Ask them to fill in API ID and API hash **again**; the guide beside the form shows where they are.'],
    answer: [
      'We no longer have the API ID and API hash of this connection, so the page asks for them again.',
      'You find both on my.telegram.org under “API development tools”. The guide on the page shows each step.',
    ],
  },
  all_well: {
    title: 'Everything works',
    why: 'Telegram accepted the connection the last time it was asked.',
    next: ['Nothing to do here. If they still see a problem, **ask for a check** to be sure.'],
    answer: [
      'Your Telegram account is connected and works as far as we can see.',
      'If something still doesn’t work, tell us what you were doing and what you saw.',
    ],
  },
  contradiction: {
    title: 'Status and reason don’t fit together',
    why: 'This combination can’t come about. Something is broken on our side.',
    next: ['Give the **diagnostic** to the operator.', 'Tell the person that we are looking into it.'],
    answer: [
      'Something is wrong on our side with your Telegram connection. You don’t have to change anything.',
      'Our engineers have the details. We write to you as soon as we know more.',
    ],
  },
  ended_by_other_use: {
    title: 'The session was used in two places',
    why: 'Telegram ends a session at once when two programs use its key at the same time.',
    next: [
      '**Send a repair link**: two minutes, and nothing has to be typed but the code.',
      'If it happens again, tell the operator: somebody else may use the session.',
    ],
    answer: [
      'Telegram ended the connection of your account, because it was used from two places at the same time. It does so for safety.',
      'To connect again, open Telegram in your Botize integrations and press “Reconnect”. Your credentials are kept.',
    ],
  },
  ended_in_telegram: {
    title: 'Ended in Telegram, under Devices',
    why: 'Somebody with access to the account ended “Botize” under Settings → Devices, or changed the password there.',
    next: [
      'Ask whether **they** ended it. If not, they should set a cloud password first.',
      '**Send a repair link**: their credentials and number are kept.',
    ],
    answer: [
      'The connection was ended in Telegram: somebody tapped “Botize” under Settings → Devices, or ended all other sessions.',
      'If that was you, open Telegram in your Botize integrations and press “Reconnect”. Your credentials are kept; you only type the new code.',
      'If it wasn’t you, first turn on Two-Step Verification in Telegram, under Settings → Privacy and Security.',
    ],
  },
  ended_sign_in: {
    title: 'The last sign-in ended without a connection',
    why: 'It was cancelled or ran out of time. Nothing is wrong with the account.',
    next: ['**Send a repair link**, so that they can begin again.'],
    answer: [
      'Your last sign-in ended before it was finished, so nothing is connected yet. Your account is fine.',
      'You can begin again at any time: in Botize, open your integrations and choose Telegram. It takes a few minutes.',
    ],
  },
  held_by_host: {
    title: 'Botize is using the account right now',
    why: ({ until }) =>
      `An automation holds the session${until === null ? '' : ` until ${until}`}. Only one may hold it at a time.`,
    next: ['Nothing to do: it is free again by itself.'],
    answer: [
      'One of your automations is using your Telegram account at this moment, so it can’t be checked or changed.',
      'Try again in a few minutes. You don’t have to do anything else.',
    ],
  },
  link_spent: {
    title: 'Their link was used already, or is too old',
    why: 'A link works once and for a short time, so that nobody else can use it.',
    next: ['**Send a repair link**. They should open it on the device they want to use.'],
    answer: [
      'The link you opened no longer works: each one works once and only for a short time.',
      'In Botize, open your integrations and choose Telegram. That makes a new one.',
    ],
  },
  never_tried: {
    title: 'They haven’t tried to connect yet',
    why: 'We know the user from Botize, but no sign-in was begun.',
    next: ['**Send a repair link**; the guide on the page explains each step.'],
    answer: [
      'You haven’t begun to connect your Telegram account yet.',
      'In Botize, open your integrations and choose Telegram. The page guides you; it takes a few minutes.',
    ],
  },
  session_ran_out: {
    title: 'Telegram let the session run out',
    why: 'Telegram ends sessions that were not used for a long time.',
    next: ['**Send a repair link**: their credentials and number are kept.'],
    answer: [
      'Telegram let the connection of your account run out, as it does with sessions that were not used for long.',
      'To connect again, open Telegram in your Botize integrations and press “Reconnect”. Your credentials are kept; you only type the new code.',
    ],
  },
  signed_out_here: {
    title: 'They were signed out of our page',
    why: 'The visit from Botize had ended: it lasts a limited time.',
    next: ['**Send a repair link**, or ask them to come from Botize again. Nothing is lost.'],
    answer: [
      'Your visit to our page had ended, so it no longer knew who you are. Nothing is lost.',
      'In Botize, open your integrations and choose Telegram. You go on where you stood.',
    ],
  },
} satisfies Record<string, DiagnosisWords>;
