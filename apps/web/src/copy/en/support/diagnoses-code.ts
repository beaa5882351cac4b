import type { DiagnosisValues, DiagnosisWords } from '../../support-sentences.ts';

const tries = ({ triesLeft: n }: DiagnosisValues) =>
  n === null ? '' : n === 0 ? ', no tries left' : n === 1 ? ', one try left' : `, ${n} tries left`;

const comeBack = (at: string | null) => at ?? 'in about a day';

/** Of the code, the email address and the cloud password. */
export const ofCodes = {
  at_code: {
    title: 'The code was sent; we wait for it',
    why: 'Telegram sends it to the Telegram app, rarely by SMS. Nothing has gone wrong.',
    next: [
      'Ask them to look in the chat **Telegram**, on every device where they use it.',
      'The page offers the next way to send it as soon as Telegram allows it.',
    ],
    answer: [
      'Telegram has sent your code. It is almost always in your Telegram app, in the chat called “Telegram”, and not in your SMS.',
      'Type it only on our page. Sent in any chat, also to us, Telegram cancels it at once.',
    ],
  },
  at_confirm_account: {
    title: 'Another account than before: they have to choose',
    why: 'They signed in with a different account than the one to be reconnected.',
    next: ['Ask which account they mean. The page has both names and a button for each answer.'],
    answer: [
      'You signed in with another Telegram account than the one that was connected before. The page shows both.',
      'If you meant the new one, press “Use this one”. If not, press “Go back” and sign in with the other number.',
    ],
  },
  at_email: {
    title: 'Telegram asks for an email address',
    why: 'Telegram wants an address for the codes of this account. It is Telegram’s rule, not ours.',
    next: ['Ask them to give an address whose **mailbox they can open now**.'],
    answer: [
      'Telegram wants an email address for your account before it sends codes. This rule is Telegram’s.',
      'Give an address whose mailbox you can open right now. Telegram sends a code there first.',
    ],
  },
  at_password: {
    title: 'The code was right; the cloud password is asked',
    why: 'The account has Two-Step Verification. Nobody at Botize knows or can change that password.',
    next: [
      'Ask them for the password they chose **in Telegram**, not their phone’s PIN.',
      'Forgotten? Only Telegram can help, in the app.',
    ],
    answer: [
      'Your code was right. Your account also has a cloud password, the one you chose yourself in Telegram under Two-Step Verification.',
      'If you don’t remember it, open Telegram: Settings → Privacy and Security → Two-Step Verification. Only Telegram can reset it. Never send it to us.',
    ],
  },
  code_dropped: {
    title: 'Telegram has dropped the code',
    why: 'Telegram lost track of it, mostly because another code was asked for meanwhile.',
    next: ['Ask them to have **a new code** sent and to type the newest one.'],
    answer: [
      'Telegram no longer accepts that code, mostly because another one was asked for meanwhile.',
      'Ask for a new code on the page and type the newest one you find in the chat “Telegram”.',
    ],
  },
  code_expired: {
    title: 'The code no longer works',
    why: 'It was too old, or it was sent on in a chat: then Telegram cancels it at once.',
    next: [
      'Ask them to have **a new code** sent and to type it only on our page.',
      'They should send it to nobody, also not to support.',
    ],
    answer: [
      'Your code no longer works. Either it was too old, or it was sent in a chat: then Telegram cancels it at once, for your safety.',
      'Go back on the page and press “Authorize” for a new one. Read it in the chat “Telegram” and type it only on our page. Don’t forward it to anybody, also not to us.',
    ],
  },
  code_tries_used_up: {
    title: 'Too many wrong codes: the sign-in ended',
    why: 'After a few wrong codes we stop, before Telegram puts a long wait on the number.',
    next: ['Ask them to begin again and to type the **newest** code in the chat Telegram.'],
    answer: [
      'The code was wrong too often, so the sign-in ended. We stop early, before Telegram makes you wait for long.',
      'Begin again on the page. Only the newest code in the chat “Telegram” works; older ones don’t.',
    ],
  },
  code_wrong: {
    title: (values) => `A wrong code${tries(values)}`,
    why: 'Mostly it is an older code: as soon as a new one is sent, only that one works.',
    next: ['Ask them to use the **newest message** in the chat Telegram.'],
    answer: [
      'The code you typed wasn’t the right one. Mostly it is an older code: only the newest works.',
      'Open the chat “Telegram” in your app and type the code of the newest message.',
    ],
  },
  email_code: {
    title: 'The email code is too old',
    why: 'The code that Telegram sent to their address has expired.',
    next: ['Ask them to give the address again. Telegram then sends **a new code**.'],
    answer: [
      'The code that Telegram sent to your email address was too old.',
      'Give the address again on the page. Telegram sends a new code; look in the spam folder, too.',
    ],
  },
  email_refused: {
    title: 'Telegram doesn’t accept the email address',
    why: 'It is mistyped, unconfirmed, or of a kind that Telegram refuses.',
    next: ['Ask them to use **another mailbox** that they can open now.'],
    answer: [
      'Telegram doesn’t accept the email address you gave. Check how it is written.',
      'If it is right, use another mailbox that you can open now. Telegram decides which ones it accepts.',
    ],
  },
  our_try_limit: {
    title: ({ until }) =>
      until === null ? 'Too many wrong tries: our own limit' : `Too many wrong tries: our own limit until ${until}`,
    why: 'After many wrong codes or passwords we stop, so that nobody can guess. This limit is ours.',
    next: [
      'Make sure that the person **knows the code or password** now.',
      'Then **clear the limit**, so that they can go on today.',
    ],
    answer: [
      ({ at }) =>
        `There were too many wrong tries with your number, so we stopped for safety.${at === null ? '' : ` You can go on ${at}.`}`,
      'If you are sure of your password or code now, write back and we lift it for you. Never send us the password or the code itself.',
    ],
  },
  password_changed: {
    title: 'The cloud password was changed just now',
    why: 'Telegram says that the password changed while they were typing it.',
    next: ['Ask them to type the **newest** password.'],
    answer: [
      'Your cloud password was changed in Telegram while you were signing in. Type the newest one.',
      'If you didn’t change it, somebody else may have. Open Telegram and look under Settings → Devices.',
    ],
  },
  password_flood: {
    title: ({ until }) =>
      until === null
        ? 'The cloud password was wrong too often: Telegram lets them wait'
        : `The cloud password was wrong too often: Telegram lets them wait until ${until}`,
    why: 'Telegram set this wait to protect the account. Nobody here can shorten it.',
    next: [
      ({ at }) => `Ask them to come back **${comeBack(at)}**, and to try no more until then.`,
      'Forgotten? Only Telegram can help, under **Two-Step Verification** in the app.',
    ],
    answer: [
      ({ at }) =>
        `Your cloud password was wrong too often, so Telegram makes you wait.${at === null ? ' It usually lasts about a day.' : ` The wait ends ${at}.`} It protects your account, and we can’t shorten it.`,
      'If you don’t remember the password, use the time: in Telegram, open Settings → Privacy and Security → Two-Step Verification. Never send it to us.',
    ],
  },
  password_reset: {
    title: 'A reset of the cloud password is under way',
    why: 'Telegram lets some days pass before it removes a forgotten password.',
    next: ['Ask them to wait until Telegram **has removed it**, or to cancel the reset in the app.'],
    answer: [
      'A reset of your cloud password is under way in Telegram. Until it is done, you can’t sign in with it.',
      'Telegram tells you in the app when it is removed. Then begin again on our page.',
    ],
  },
  password_too_fresh: {
    title: 'The cloud password is too new',
    why: 'Telegram allows this only some time after a password was set.',
    next: ['Ask them to try again **in a day**.'],
    answer: [
      'You set your cloud password only a short time ago, and Telegram doesn’t allow this yet.',
      'Try again in a day. Nothing is lost.',
    ],
  },
  password_wrong: {
    title: (values) => `Wrong cloud password${tries(values)}`,
    why: 'It is the password they chose in Telegram, with capitals and spaces as they were.',
    next: [
      'Ask them to check capitals, spaces and the **language of the keyboard**.',
      'Forgotten? Only Telegram can help, under **Two-Step Verification** in the app.',
    ],
    answer: [
      'The cloud password you typed wasn’t right. It is the one you chose in Telegram under Two-Step Verification, not the PIN of your phone.',
      'Look out for capitals, spaces and the language of your keyboard. If you don’t remember it, only Telegram can reset it: Settings → Privacy and Security → Two-Step Verification.',
    ],
  },
  sign_in_lapsed: {
    title: 'Telegram has ended this sign-in',
    why: 'It took too long, or was ended under Devices. It can’t go on.',
    next: ['**End the sign-in**, so that they can begin a new one at once.'],
    answer: [
      'Telegram ended your sign-in before it was finished, mostly because it took too long.',
      'Begin again on the page. Your credentials are kept, so it takes a minute.',
    ],
  },
} satisfies Record<string, DiagnosisWords>;
