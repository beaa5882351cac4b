import { attemptWith, codeState, connectionWith, fixtures, passwordState, phoneState } from '../connect/fixtures.ts';
import { WizardPage } from '../connect/wizard-page.tsx';
import { idOf, somebody, type WorkshopEntry } from './entry.ts';
import { WizardFrame } from './frame.tsx';
import { submit, tick, type } from './hands.ts';
import { isUnreachable, neverAnswers, refuses, says, type Answers } from './pretend-server.ts';

const hash = '0123456789abcdef0123456789abcdef';
const app = { type: 'app', length: 5 } as const;
const nothingOpen = { 'GET /api/attempts/current': refuses(404, 'attempt.none') };

const typed = (apiId: string, apiHash: string, agreed: boolean) => () => {
  type('apiId', apiId);
  type('apiHash', apiHash);
  if (agreed) tick('agreed');
};
const sent = () => {
  typed('12345', hash, true)();
  submit();
};

/** The first step: what is typed, and what the server says to it. */
const credentials = (name: string, answers: Answers, hands?: () => void): WorkshopEntry => ({
  id: idOf(`credentials ${name}`),
  room: 'wizard',
  answers: { ...nothingOpen, ...answers },
  render: () => <WizardPage />,
  ...(hands === undefined ? {} : { hands }),
});

const kept = connectionWith();

const firstStep: WorkshopEntry[] = [
  credentials('', {}),
  credentials('filled', {}, typed('12345', hash, true)),
  credentials('missing', {}, submit),
  credentials('wrong', {}, () => {
    typed('12a', hash.slice(1), false)();
    submit();
  }),
  credentials('swapped', {}, typed(hash, '12345', false)),
  credentials('checking', { 'POST /api/attempts': neverAnswers }, sent),
  credentials('refused', { 'POST /api/attempts': refuses(422, 'telegram.api_id_invalid') }, sent),
  credentials(
    'another open',
    { 'POST /api/attempts': refuses(409, 'attempt.open', { attempt: attemptWith(phoneState()) }) },
    sent,
  ),
  credentials('limit', { 'POST /api/attempts': refuses(429, 'limit.requests', { retryAfterSeconds: 300 }) }, sent),
  credentials('failed', { 'GET /api/attempts/current': refuses(500, 'server.internal') }),
  {
    ...credentials('reconnect', { [`GET /api/connections/${kept.id}`]: says(kept) }),
    session: { ...somebody, connectionId: kept.id },
  },
  { ...credentials('loading', { 'GET /api/attempts/current': neverAnswers }), waits: true },
  { ...credentials('offline', { 'GET /api/attempts/current': isUnreachable }), waits: true },
];

const failure = {
  code: 'server.busy',
  requestId: 'req_0123456789abcdefghij',
  retryAt: null,
  errors: [],
  attempt: null,
} as const;

const frames: Record<string, Parameters<typeof WizardFrame>[0]> = {
  ...Object.fromEntries(Object.entries(fixtures).map(([name, state]) => [name, { state }])),
  'phone, sending': { state: phoneState(), busy: 'submit_phone' },
  'phone, request failed': { state: phoneState(), failure: { ...failure, errors: [] } },
  'code, checking': { state: codeState(app), busy: 'submit_code' },
  'code, second tab': { state: codeState(app), movedOn: true },
  'password, checking': { state: passwordState(), busy: 'submit_password' },
};

const laterSteps = Object.entries(frames).map(([name, props]): WorkshopEntry => ({
  id: idOf(name),
  room: 'wizard',
  render: () => <WizardFrame {...props} />,
}));

const phone = phoneState();
const withHands: WorkshopEntry[] = [
  { id: 'phone-missing', room: 'wizard', render: () => <WizardFrame state={phone} />, hands: submit },
  {
    id: 'password-missing',
    room: 'wizard',
    render: () => <WizardFrame state={passwordState()} />,
    hands: submit,
  },
];

export const wizardEntries: WorkshopEntry[] = [...firstStep, ...laterSteps, ...withHands];
