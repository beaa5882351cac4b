import type { SearchKind } from '@botize/contract';

const one = (n: number, single: string, several: string) => (n === 1 ? single : several);

export const overview = {
  title: 'Overview',
  lead: (stamp: string) => `The last 24 hours, and how it stands now. Last updated: ${stamp}.`,
  open: 'Trying now',
  byReason: 'Why connections don’t work',
  openByStep: 'Where those who are trying stand',
  hours: 'Sign-ins per hour',
  hoursSentence: (started: number, connected: number, busiest: string | null) =>
    started === 0
      ? 'Nobody began to sign in during the last 24 hours.'
      : `${started} ${one(started, 'sign-in was', 'sign-ins were')} begun in 24 hours, ${connected} led to a connection.${busiest === null ? '' : ` Most were begun in the hour from ${busiest}.`}`,
  begun: 'Begun',
  refused: 'Refused at the credentials',
  led: 'Connected',
  hour: 'Hour',
  funnel: 'Where sign-ins stop',
  funnelSentence: (parts: string) => `Of the sign-ins of the last 24 hours: ${parts}.`,
  cameTo: (step: string, n: number) => `${n} came to ${step}`,
  errors: 'Most frequent errors',
  noErrors: 'No error in the last 24 hours.',
  errorsSentence: (title: string, n: number) => `The most frequent error of the last 24 hours: ${title}, ${n} times.`,
  reasonsSentence: (parts: string) => `Connections that don’t work, by reason: ${parts}.`,
  stepsSentence: (parts: string) => `Open sign-ins by step: ${parts}.`,
  none: 'none',
  numbersOf: (title: string) => `${title}: the numbers`,
  columns: {
    reason: 'Reason',
    step: 'Step',
    count: 'How many',
    share: 'Of those who began',
    code: 'Code',
  },
};

export const looks = {
  title: 'What was looked at',
  lead: 'Your own searches, looks and acts, newest first. Users see that support looked, and your reasons.',
  caption: 'What you looked at',
  columns: { at: 'When', what: 'What', whom: 'Whom', why: 'Reason' },
  actions: {
    searched: 'Searched',
    looked: 'Looked',
    asked_check: 'Asked for a check',
    sent_link: 'Sent a repair link',
    ended_attempt: 'Ended a sign-in',
    cleared_limit: 'Cleared a limit',
  },
  by: {
    everybody: 'the list of everybody',
    user: 'by Botize user',
    label: 'by name or email address',
    connection: 'by connection',
    reference: 'by reference',
    request: 'by the id of a request',
    username: 'by @username',
    phone: 'by phone number',
  } satisfies Record<SearchKind, string>,
  nothing: 'You haven’t looked at anything yet.',
  older: 'Older',
  newest: 'Back to the newest',
};
