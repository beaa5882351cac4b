import type { DiagnosisWords } from '../../support-sentences.ts';

/** Of what no person did wrong: our side, Telegram’s, and pages that stood open for long. */
export const ofTrouble = {
  interrupted: {
    title: 'Our server restarted in the middle of a request',
    why: 'We don’t know whether Telegram got it, so we didn’t repeat it by ourselves.',
    next: ['Ask them to **press the button again**. Nothing is lost.'],
    answer: [
      'Our server was restarted just as you pressed the button. Nothing is lost.',
      'Load the page again and press it once more. You go on where you stood.',
    ],
  },
  our_side: {
    title: 'Telegram refused the way we asked',
    why: 'Nothing the person types can mend this. It is for our engineers.',
    next: ['Give the **diagnostic** to the operator.', 'Tell the person that it isn’t their fault.'],
    answer: [
      'Your sign-in failed because of something on our side. You did nothing wrong, and there is nothing to change.',
      'Our engineers have the details. We write to you as soon as it works.',
    ],
  },
  page_out_of_date: {
    title: 'Their page was out of date',
    why: 'They went on in another tab or on another device, or the page stood open for long.',
    next: ['Ask them to **load the page again**; it shows where they really stand.'],
    answer: [
      'The page you had open was out of date, perhaps because you went on in another tab.',
      'Load it again. It then shows where you stand, and nothing is lost.',
    ],
  },
  server_trouble: {
    title: 'Our server couldn’t do it',
    why: 'It was too busy, restarting, or couldn’t save. The person did nothing wrong.',
    next: ['Tell the operator, with the **diagnostic**.', 'Ask the person to try again in a few minutes.'],
    answer: [
      'Our server couldn’t do what you asked at that moment. You did nothing wrong, and nothing is lost.',
      'Try again in a few minutes.',
    ],
  },
  telegram_trouble: {
    title: 'Telegram had trouble of its own',
    why: 'Telegram broke off or asked us to begin again. It mostly works the next time.',
    next: ['Ask them to **try again now**. If it goes on for an hour, tell the operator.'],
    answer: [
      'Telegram broke off while you were signing in. That happens now and then and has nothing to do with your account.',
      'Try again now. If it still doesn’t work in an hour, write back to us.',
    ],
  },
  telegram_unreachable: {
    title: 'Telegram couldn’t be reached',
    why: 'Our server got no answer from Telegram. The status of the connection is unchanged.',
    next: ['**Ask for a check**. If it fails again, tell the operator.'],
    answer: [
      'We couldn’t reach Telegram just now. Your connection is unchanged, and nothing was sent.',
      'Try again in a few minutes. You don’t have to change anything.',
    ],
  },
} satisfies Record<string, DiagnosisWords>;
