import type { Moment } from '../moment.ts';
import { pluralsOf } from '../plural.ts';

const plural = pluralsOf('en');

export const time = {
  /** After "until". */
  until: (m: Moment) =>
    m.day === 'today' ? m.clock : m.day === 'tomorrow' ? `tomorrow at ${m.clock}` : `${m.date}, ${m.clock}`,
  at: (m: Moment) =>
    m.day === 'today'
      ? `at ${m.clock}`
      : m.day === 'tomorrow'
        ? `tomorrow at ${m.clock}`
        : `on ${m.date} at ${m.clock}`,
  /** Stands alone: "Today, 13:58". */
  stamp: (m: Moment) => (m.day === 'today' ? `Today, ${m.clock}` : `${m.date}, ${m.clock}`),
  readyAt: (m: Moment) =>
    m.day === 'today'
      ? `Ready today at ${m.clock}`
      : m.day === 'tomorrow'
        ? `Ready tomorrow at ${m.clock}`
        : `Ready on ${m.date} at ${m.clock}`,
  yourTime: (place: string) => `your time, ${place}`,
  minutesToGo: 'minutes to go',
  hoursToGo: 'hours to go',
  minutesLeft: (minutes: number) => plural(minutes, { one: '# minute left.', other: '# minutes left.' }),
  over: 'The wait is over.',
  ago: (minutes: number) =>
    minutes < 1
      ? 'just now'
      : minutes < 60
        ? `${minutes} min ago`
        : minutes < 1_440
          ? `${Math.floor(minutes / 60)} h ago`
          : `${Math.floor(minutes / 1_440)} d ago`,
};

export const shell = {
  pageTitle: (page: string) => `${page} · Botize`,
  forAccountBefore: 'for the Botize account',
  steps: ['Credentials', 'Phone', 'Code', 'Password', 'Connected'] as [string, string, string, string, string],
  stepsLabel: 'Steps',
  stepOf: (step: number, name: string) => `Step ${step} of 5 · **${name}**`,
  onlyIfAsked: 'only if Telegram asks',
  done: 'done',
  language: 'Language',
  themeDark: 'Use the dark theme',
  themeLight: 'Use the light theme',
  cancel: 'Cancel',
  back: 'Back',
  or: 'or',
  reference: 'Reference',
  copyReference: (reference: string) => `Copy the reference ${reference}`,
  copy: 'Copy',
  copyValue: (value: string) => `Copy ${value}`,
  copied: 'Copied',
  independent: 'Botize is independent of Telegram.',
  privacy: 'Privacy',
  help: 'Help',
  newTab: '(opens a new tab)',
  simulation: 'Simulation. No real Telegram, no real accounts; nothing leaves this computer.',
  simulationPhone: 'Open the simulated phone',
  developmentOnly: 'Development only',
  offline: 'You are offline, or our server can’t be reached. Your entries are kept.',
  tryingAgain: 'Trying again in 5 s.',
  tryNow: 'Try now',
  otherTab: 'You went on in another tab. This page is up to date.',
  ourDrawing: 'Our drawing',
  ourDrawingNotPage: 'Our drawing, not the page',
  close: 'Close',
  undo: 'Undo',
  loading: 'Loading…',
  telegramSays: 'Telegram’s own words:',
  waitUntil: (until: string) => `Possible again ${until}.`,
  notFoundTitle: 'There is no page here',
  notFoundLead: 'The address may be old or mistyped.',
  brokenTitle: 'This page didn’t load',
  brokenLead: 'Nothing is lost. Load it again; you go on where you stood.',
  reload: 'Load again',
  failed: 'That didn’t work.',
  toConnections: 'Your Telegram accounts',
  connections: 'Connections',
  skipToContent: 'Skip to the content',
};
