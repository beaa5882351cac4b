import type { DiagnosisWords } from '../../support-sentences.ts';

const comeBack = (at: string | null) => at ?? 'in about a day';

/** Of the credentials, the number and how the code may come. */
export const ofNumbers = {
  api_pair_limited: {
    title: 'Telegram limits this API ID: it was published',
    why: 'The pair stands somewhere in public, so Telegram lets nobody sign in with it.',
    next: [
      'Ask them to create **an app of their own** on my.telegram.org.',
      'They must use its values, and not a pair found on the internet.',
    ],
    answer: [
      'Telegram refuses the API ID you used, because it was published somewhere. It belongs to somebody else’s app.',
      'Sign in on my.telegram.org with your own number, open “API development tools” and create your own app. Use its App api_id and App api_hash.',
    ],
  },
  api_pair_unknown: {
    title: 'API ID and API hash don’t belong together',
    why: 'Telegram doesn’t know this pair. One of them was mistyped, or they are from two apps.',
    next: ['Ask them to **copy both values again** from my.telegram.org, from the same app.'],
    answer: [
      'Telegram doesn’t know the pair of API ID and API hash you gave. Most often a character is missing.',
      'Open “API development tools” on my.telegram.org and copy App api_id and App api_hash again. Don’t type them by hand.',
    ],
  },
  at_phone: {
    title: 'At the number: nothing has gone wrong',
    why: 'Telegram accepted the credentials. The person hasn’t given a number yet, or hasn’t sent it.',
    next: ['Ask them to type their number, or to use the **QR code**, which needs none.'],
    answer: [
      'Your credentials are accepted. The next step is your number: type it with the country code and press “Authorize”.',
      'Or choose the QR code and scan it in Telegram under Settings → Devices → Link Desktop Device.',
    ],
  },
  at_qr: {
    title: 'A QR code is on their screen',
    why: 'It waits to be scanned and is renewed by itself.',
    next: ['They scan it in Telegram, under **Settings → Devices → Link Desktop Device**.'],
    answer: [
      'Open Telegram on your phone and tap Settings → Devices → Link Desktop Device. Then point it at the QR code.',
      'The phone’s own camera app doesn’t work for this. The code changes now and then; that is normal.',
    ],
  },
  flood_wait: {
    title: ({ until }) =>
      until === null ? 'Telegram asked them to wait' : `Telegram asked them to wait until ${until}`,
    why: 'Telegram sets this limit after too many codes or tries. Nobody here can shorten it.',
    next: [
      'Ask them to sign in with the **QR code**. It sends no code, so the wait usually doesn’t apply.',
      ({ at }) => `Or to come back **${comeBack(at)}**. Credentials and number are kept.`,
    ],
    answer: [
      ({ at }) =>
        `Telegram has put a wait on your sign-in, because too many codes or tries came close together.${at === null ? ' It usually ends within a day.' : ` It ends ${at}.`}`,
      'If you don’t want to wait, open the page and choose the QR code: it needs no code. Your data is kept, so you don’t have to repeat anything.',
      'Don’t ask for more codes meanwhile, also not in other apps: the wait could get longer.',
    ],
  },
  no_other_delivery: {
    title: 'Telegram has no other way to send the code',
    why: 'The code went to the Telegram app, and Telegram offers nothing after that.',
    next: [
      'Ask them to look in the chat **Telegram** on every device, also under archived chats.',
      'Else the **QR code**: it needs no code.',
    ],
    answer: [
      'Telegram offers no other way to send you the code. Look in the chat “Telegram” on each phone, tablet or computer where you use it, also under archived chats.',
      'If it isn’t there, choose the QR code on the page. It needs no code.',
    ],
  },
  number_banned: {
    title: 'Telegram has banned this number',
    why: 'Telegram did this, not Botize. No code is sent to a banned number.',
    next: ['Tell them that only Telegram can lift it.', 'They can use **another number**.'],
    answer: [
      'Telegram has banned the number you gave, so it sends no code to it. Only Telegram can lift that, and only you can ask for it.',
      'If you have another Telegram account, go back on the page and use its number.',
    ],
  },
  number_invalid: {
    title: 'Telegram says this number doesn’t exist',
    why: 'A digit is missing or wrong, or the country is another one.',
    next: ['Ask them to check **country and each digit**. The page shows what Telegram gets.'],
    answer: [
      'Telegram says that the number you gave doesn’t exist. Check the country and each digit.',
      'It is the number you see in Telegram under Settings, with the country code.',
    ],
  },
  number_protected: {
    title: 'Telegram protects this number',
    why: 'Telegram lets nobody sign in with this number the usual way.',
    next: ['Ask them to use the **QR code**, or another number.'],
    answer: [
      'Telegram protects your number, so it can’t be used to sign in here.',
      'Choose the QR code on the page instead: it needs no number and no code.',
    ],
  },
  number_unknown: {
    title: 'This number has no Telegram account',
    why: 'We connect accounts that exist; we never create one.',
    next: [
      'Ask which number they see in Telegram under **Settings**: it is often an older one.',
      'If they have none, the account is created in the Telegram app first.',
    ],
    answer: [
      'The number you gave has no Telegram account. Look in Telegram under Settings: the number of your account stands there.',
      'Use exactly that one. If you have no account yet, create it in the Telegram app first.',
    ],
  },
  our_code_limit: {
    title: ({ until }) =>
      until === null ? 'Our own limit on codes is used up' : `Our own limit on codes holds until ${until}`,
    why: 'We send few codes a day, so that nobody can be bothered with them. This limit is ours.',
    next: [
      'If the person is who they say they are, **clear the limit**.',
      'Or they use the **QR code** at once: it sends no code.',
    ],
    answer: [
      ({ at }) =>
        `We send only a few codes a day, so that nobody can be bothered with them.${at === null ? '' : ` The next one is possible ${at}.`}`,
      'You don’t have to wait: choose the QR code on the page. It sends no code.',
    ],
  },
  payment_required: {
    title: 'Telegram wants to be paid for the SMS',
    why: 'In some countries Telegram charges for the code. We don’t pay, and neither should they.',
    next: ['Ask them to use the **QR code**: it is free.'],
    answer: [
      'Telegram asks for a payment before it sends a code to your number. You don’t need that.',
      'Choose the QR code on the page: it is free and needs no code.',
    ],
  },
  qr_used: {
    title: 'The QR code was too old or used already',
    why: 'Each QR code lives for about half a minute and works once.',
    next: ['Ask them to show a **new QR code** and to scan it at once.'],
    answer: [
      'The QR code you scanned was too old. Each one lives for about half a minute.',
      'Press “Show a new code” on the page and scan it at once. In Telegram: Settings → Devices → Link Desktop Device.',
    ],
  },
} satisfies Record<string, DiagnosisWords>;
