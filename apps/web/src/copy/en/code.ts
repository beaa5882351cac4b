import { pluralsOf } from '../plural.ts';

const plural = pluralsOf('en');
const digitsWord = (n: number) =>
  ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'][n] ?? String(n);
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
const ordinal = (n: number) =>
  ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'][n] ?? 'last';

export const code = {
  title: 'Enter the code from Telegram',
  titleWord: 'Enter the word from Telegram',
  titlePhrase: 'Enter the words from Telegram',
  label: 'Code',
  labelWord: 'Word',
  labelPhrase: 'Words, as they stand in the message',
  labelMissedCall: (n: number) => `The last ${digitsWord(n)} digits of the number that called`,
  digits: (n: number) => `${n} digits`,
  checkedAfter: (n: number) => `Checked as soon as the ${ordinal(n)} digit is in.`,
  checking: 'Checking…',
  submit: 'Continue',
  emptyDigits: (n: number) => `Type the ${digitsWord(n)} digits.`,
  tooFew: (typed: number, n: number) => `${typed} of ${n} digits.`,
  wrongInApp: 'Use the newest message in the chat **Telegram**.',
  triesLeft: (n: number) => plural(n, { one: 'One try left.', other: '# tries left.' }),
  beginsWith: (beginning: string) => `It begins with “[[${beginning}]]”.`,
  wrongBeginning: (beginning: string) => `The text must begin with “${beginning}”. Use the newest message.`,
  sentTo: (to: string) => `Sent to [[${to}]]`,
  change: 'Change',
  changeLabel: 'Change the phone number',
  onlyHereTitle: 'Type it here only',
  onlyHereText: 'Sent in any chat, the code is cancelled at once.',
  noCode: 'No code?',
  canSend: (way: string, at: string) => `Telegram can send it ${way} ${at}.`,
  ways: {
    sms: 'by **SMS**',
    call: 'by a **voice call**',
    missed_call: 'by a **missed call**',
    fragment: 'over **Fragment**',
    unknown: '**another way**',
  },
  sendNow: {
    sms: 'Send it by SMS',
    call: 'Send it by a voice call',
    missed_call: 'Send it by a missed call',
    fragment: 'Send it over Fragment',
    unknown: 'Send it another way',
  },
  sending: 'Asking Telegram…',
  noOtherWay: 'Telegram has no other way to send the code. The QR code needs none.',
  useQr: 'Sign in with a QR code instead',
  lookHere: 'Look here',
  openTelegram: 'Open Telegram',
  notThere: 'Not there? Look in **Archived chats**, and on every phone, tablet or computer where you use Telegram.',
  waitSubmit: (at: string) => `Check the code ${at}`,
  resetEmail: 'I can’t open this mailbox',
  resetEmailAt: (at: string) => `Telegram can remove this address ${at}.`,
  resetPending: (at: string) => `Telegram removes the address ${at}; then the code comes another way.`,
  resetInfo: 'Telegram then sends the code another way, at once or after some days.',
  openFragment: 'Open Fragment',
  fragmentRefused: 'Telegram named an address that isn’t Fragment’s, so we don’t show it. Use the QR code.',
};

export const deliveries = {
  app: {
    lead: (n: number) => `Telegram sent ${digitsWord(n)} digits to the Telegram app you already use. It’s not an SMS.`,
    leadShort: (n: number) => `${capital(digitsWord(n))} digits, in your Telegram app. Not an SMS.`,
    look: [
      'Open Telegram on your phone or computer.',
      'Open the chat called **Telegram**. It has a tick and is near the top.',
      'Read the newest message: it has the digits.',
    ],
    drawing: 'Login code:',
  },
  sms: {
    lead: (n: number) => `Telegram sent ${digitsWord(n)} digits by SMS to your number.`,
    leadShort: (n: number) => `${capital(digitsWord(n))} digits, by SMS.`,
    look: [
      'Open the messages of your phone.',
      'Open the newest message from **Telegram**.',
      'Type its digits here. It can take two minutes.',
    ],
    drawing: 'Telegram code',
  },
  call: {
    lead: (n: number) => `Telegram calls you, and a voice reads ${digitsWord(n)} digits.`,
    leadShort: (n: number) => `A call reads ${digitsWord(n)} digits to you.`,
    look: ['Answer the call.', 'A voice reads the digits, twice.', 'Type them here.'],
    drawing: 'Incoming call',
  },
  missed_call: {
    lead: (n: number) =>
      `Telegram calls you and hangs up. The last ${digitsWord(n)} digits of the caller’s number are the code.`,
    leadShort: (n: number) => `The caller’s last ${digitsWord(n)} digits are the code.`,
    look: [
      'Don’t answer: it rings only once.',
      'Open the list of missed calls.',
      'Type the last digits of the newest number.',
    ],
    drawing: 'Missed call',
  },
  fragment: {
    lead: (n: number) => `Your number comes from Fragment. Telegram put ${digitsWord(n)} digits there.`,
    leadShort: (n: number) => `${capital(digitsWord(n))} digits, on Fragment.`,
    look: [
      'Press **Open Fragment** beside.',
      'Sign in there with the wallet that holds the number.',
      'Type the digits that it shows here.',
    ],
    drawing: 'Login code',
  },
  email_code: {
    lead: (n: number) => `Telegram sent ${digitsWord(n)} digits to your email address.`,
    leadShort: (n: number) => `${capital(digitsWord(n))} digits, by email.`,
    look: [
      'Open the mailbox shown beside.',
      'Open the newest message from **Telegram**; look in the spam folder too.',
      'Type its digits here.',
    ],
    drawing: 'Your login code',
  },
  email_setup: {
    lead: (n: number) => `Telegram sent ${digitsWord(n)} digits to the address you gave, to confirm it.`,
    leadShort: (n: number) => `${capital(digitsWord(n))} digits, by email.`,
    look: [
      'Open the mailbox shown beside.',
      'Open the newest message from **Telegram**; look in the spam folder too.',
      'Type its digits here. The code for signing in comes next.',
    ],
    drawing: 'Confirm your address',
  },
  sms_word: {
    lead: () => 'Telegram sent one word by SMS to your number.',
    leadShort: () => 'One word, by SMS.',
    look: [
      'Open the messages of your phone.',
      'Open the newest message from **Telegram**.',
      'Type the word here, exactly as it is written.',
    ],
    drawing: 'Telegram word',
  },
  sms_phrase: {
    lead: () => 'Telegram sent a few words by SMS to your number.',
    leadShort: () => 'A few words, by SMS.',
    look: [
      'Open the messages of your phone.',
      'Open the newest message from **Telegram**.',
      'Type all the words here, exactly as they are written.',
    ],
    drawing: 'Telegram words',
  },
  firebase: {
    lead: () => 'Telegram sends this code only to its own apps. Use the next way, or the QR code.',
    leadShort: () => 'Only Telegram’s own apps get this code.',
    look: [
      'Telegram chose a way that only its own apps can use.',
      'Wait for the next way, shown beside, or use the QR code.',
      'If a code comes all the same, type it here.',
    ],
    drawing: 'Telegram code',
  },
  unknown: {
    lead: () => 'Telegram sent a code and didn’t say where. Look in your Telegram app, your SMS and your email.',
    leadShort: () => 'Look in Telegram, SMS and email.',
    look: [
      'Open the chat called **Telegram** in your app.',
      'Then look in your SMS and your email.',
      'Type the newest code here.',
    ],
    drawing: 'Login code:',
  },
};
