import type { Diagnosis, Locale, SearchKind, SupportAge, SupportStep, SupportView, Wait } from '@botize/contract';

const one = (n: number, single: string, several: string) => (n === 1 ? single : several);

/** Words that more than one page of the console uses. */
export const common = {
  console: 'Support console',
  tabs: { support: 'Support', overview: 'Overview', looks: 'What was looked at' },
  forbiddenTitle: 'This page is for Botize support',
  forbiddenLead: 'Your own accounts are on the connections page.',
  status: { connected: 'Connected', needs_reconnect: 'Needs reconnecting', suspended: 'Suspended' },
  reasons: {
    revoked: 'Ended in Telegram',
    expired: 'Session ran out',
    duplicated: 'Used in two places',
    frozen: 'Account frozen',
    deactivated: 'Account deleted',
    banned: 'Account banned',
  },
  steps: {
    credentials: 'Credentials',
    phone: 'Phone',
    code: 'Code',
    email: 'Email address',
    password: 'Password',
    confirm_account: 'Which account',
    connected: 'Connected',
    failed: 'Failed',
    cancelled: 'Cancelled',
    expired: 'Out of time',
  } satisfies Record<SupportStep, string>,
  atStep: (step: string, number: number | null) => (number === null ? step : `At step ${number}, ${step}`),
  next: {
    answer: 'Answer ready',
    send_link: 'Send repair link',
    ask_check: 'Ask for a check',
    end_attempt: 'End the sign-in',
    clear_limit: 'Clear a limit',
    tell_operator: 'Tell the operator',
    nothing: 'Nothing to do',
  } satisfies Record<Diagnosis['next'], string>,
  since: (stamp: string) => `since ${stamp}`,
  ago: (minutes: number) =>
    minutes < 1
      ? 'now'
      : minutes < 60
        ? `${minutes} min`
        : minutes < 1_440
          ? `${Math.floor(minutes / 60)} h`
          : `${Math.floor(minutes / 1_440)} d`,
  time: (place: string) => `${place} time`,
  inZone: (moment: string, place: string) => `${moment} (${place} time)`,
  updated: (clock: string) => `Updated at ${clock}.`,
  noAccount: 'not connected yet',
  noNumber: 'no number yet',
};

export const list = {
  title: 'Support',
  label: 'Botize user, @username, phone number, connection or reference',
  help: 'A phone number must be complete, with or without its country: it is compared by a keyed hash and never stored in readable form. Searches are recorded.',
  shortcut: 'Press / to search, arrows to move.',
  search: 'Search',
  searching: 'Searching…',
  clear: 'Show everybody',
  views: {
    need_help: 'Need help',
    trying: 'Trying now',
    needs_reconnect: 'Needs reconnecting',
    suspended: 'Suspended',
    connected: 'Connected',
    all: 'All',
  } satisfies Record<SupportView, string>,
  viewsLabel: 'Which rows',
  filters: { reason: 'Reason', step: 'Step', age: 'Age' },
  any: 'any',
  ages: {
    hour: 'an hour',
    day: 'a day',
    three_days: '3 days',
    month: 'a month',
    any: 'any',
  } satisfies Record<SupportAge, string>,
  columns: {
    person: 'Person',
    account: 'Telegram account',
    why: 'Where it stands, and why',
    since: 'For',
    next: 'Next',
  },
  caption: 'Sign-ins and connections, those who are trying now first',
  kinds: {
    everybody: 'Everybody',
    user: 'Found by Botize user',
    label: 'Found by name or email address',
    connection: 'Found by connection',
    reference: 'Found by reference',
    request: 'Found by the id of a request',
    username: 'Found by @username',
    phone: 'Found by phone number, compared by its hash',
  } satisfies Record<SearchKind, string>,
  shown: (shown: number, all: string | null) =>
    all === null
      ? `${shown} ${one(shown, 'row', 'rows')}, those who are trying now first`
      : `${shown} of ${all}, those who are trying now first`,
  nextPage: 'Next',
  firstPage: 'Back to the start',
  nobodyFound: 'Nobody was found. A number must be complete; a reference looks like CN-7K3M-Q2WD.',
  nobody: 'Nobody is in this list right now.',
  newer: (n: number) => one(n, 'One row is new. Show it', `${n} rows are new. Show them`),
};

const wait: Record<Wait['id'], string> = {
  telegram: 'Telegram’s own wait',
  codes_for_number: 'Codes for this number',
  codes_for_user: 'Codes for this user',
  tries: 'Wrong tries',
  number_cooling_down: 'Rest of the number',
};

const languages: Record<Locale, string> = { en: 'writes in English', es: 'writes in Spanish', ar: 'writes in Arabic' };

export const person = {
  back: 'Everyone',
  languages,
  localTime: (clock: string, place: string) => `${clock} where they are, ${place}`,
  yourTime: (place: string) => `times as here, ${place}: theirs isn’t known`,
  recorded: (clock: string, name: string | null) =>
    `Your look at ${clock} is recorded. ${name === null ? 'The user' : `[[${name}]]`} can see it.`,
  toGo: 'to go',
  doNext: 'Do this next',
  answerTitle: 'Answer to paste',
  answerIn: 'Language of the answer',
  copyAnswer: 'Copy the answer',
  hello: (name: string | null) => (name === null ? 'Hello,' : `Hello ${name},`),
  referenceLine: (reference: string) => `Reference: ${reference}`,
  happened: 'What happened',
  today: 'Today',
  yesterday: 'Yesterday',
  nothingHappened: 'Nothing has happened yet.',
  why: (reason: string) => `Reason given: “[[${reason}]]”`,
  now: 'Now',
  facts: {
    status: 'Status',
    reason: 'Reason',
    account: 'Account',
    trying: 'Trying now',
    keptUntil: 'Kept until',
    number: 'Number',
    codes: 'Codes today',
    reference: 'Reference',
    logouts: 'Log-outs open',
    lastSeen: 'Last seen',
  },
  notTrying: 'nobody',
  noConnection: 'no connection',
  codesOf: (sent: number, allowed: number) => `${sent} of ${allowed}`,
  nobodySees: 'Nobody in support can see',
  unseen: ['codes and passwords', 'API hash and session', 'the full phone number', 'chats and messages'] as [
    string,
    string,
    string,
    string,
  ],
  diagnostic: 'Diagnostic, without secrets',
  copyDiagnostic: 'Copy the diagnostic',
  connections: 'Connections',
  connectedSince: (date: string) => `Connected since ${date}.`,
  checked: (ago: string) => `Checked ${ago}.`,
  notChecked: 'Not checked yet.',
  held: (until: string) => `In use by Botize until ${until}.`,
  notRedeemed: 'Botize hasn’t taken it over yet.',
  ended: 'Sign-ins that ended',
  endedAt: (stamp: string) => `Ended: ${stamp}`,
  waits: 'Waits and limits',
  wait,
  waitUntil: (until: string | null) => (until === null ? 'no end known' : `until ${until}`),
  theirs: 'Telegram’s: can’t be shortened',
  ours: 'Ours: can be cleared',
};

export const acts = {
  label: 'What you can do',
  send_link: { button: 'Send a repair link', title: 'Send a repair link', submit: 'Send the link', busy: 'Sending…' },
  ask_check: { button: 'Ask for a check', title: 'Ask Telegram whether it works', submit: 'Ask now', busy: 'Asking…' },
  end_attempt: {
    button: 'End the open sign-in',
    title: 'End the open sign-in',
    submit: 'End it',
    busy: 'Ending…',
  },
  clear_limit: { button: 'Clear a limit', title: 'Clear a limit', submit: 'Clear it', busy: 'Clearing…' },
  hints: {
    send_link: 'Botize sends it. The link works once, for a short time, for this user only.',
    ask_check: 'Nothing is sent or changed; it takes a few seconds.',
    end_attempt: 'What they typed is lost; the credentials they stored are kept. They can begin again at once.',
    clear_limit: 'Only our own limits. Telegram’s waits stay.',
  },
  reason: 'Reason',
  reasonHelp: 'One sentence. The user can read it.',
  reasonMissing: 'Write why you do this: at least three characters.',
  reasonLong: 'That is too long: 300 characters at most.',
  which: 'Which connection',
  whichLimit: 'Which limit',
  cancel: 'Don’t do it',
  sentToHost: 'Botize was asked to send the link.',
  sentToNobody: 'No host platform is set up, so nobody was told. In development, this is the link:',
  checked: (found: string) => `Telegram was asked: ${found}`,
  ended: 'The sign-in is ended. They can begin again at once.',
  cleared: 'The limit is cleared. They can go on at once.',
};
