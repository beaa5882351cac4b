import { nth, shares } from './fill.ts';

/** One kind of question, asked about another thing each time. `n`: how many connections there are. */
export interface Case {
  name: string;
  method: 'GET' | 'POST';
  url: (pick: (below: number) => number, n: number) => string;
  body?: (pick: (below: number) => number, n: number) => object;
}

type Pick = (below: number) => number;
const search = (name: string, body: (pick: Pick, n: number) => object): Case => ({
  name,
  method: 'POST',
  url: () => '/api/support/searches',
  body,
});
const finding = (name: string, q: (pick: Pick, n: number) => string) =>
  search(`find by ${name}`, (pick, n) => ({ q: q(pick, n) }));
const listing = (name: string, body: object) => search(`list: ${name}`, () => body);

const yearMs = 31_536_000_000;
/** Somewhere in the list, as far down as one likes. */
const cursor = (pick: Pick) =>
  Buffer.from(JSON.stringify([Date.now() - pick(yearMs), 2, 'con_5'])).toString('base64url');
const spaced = (phone: string) => `${phone.slice(0, 3)} ${phone.slice(3, 6)} ${phone.slice(6, 9)} ${phone.slice(9)}`;

export const cases: Case[] = [
  finding('user', (pick, n) => nth.user(pick(n))),
  finding('connection', (pick, n) => nth.connection(pick(n))),
  finding('reference', (pick, n) => nth.reference(pick(n)).toLowerCase()),
  finding('request id', (pick, n) => nth.request(pick(Math.ceil(n * shares.refused)))),
  finding('@username', (pick, n) => `@${nth.username(pick(n))}`),
  finding('phone number', (pick, n) => spaced(nth.phone(pick(n)))),
  finding('phone number without its country', (pick, n) => nth.phone(pick(n)).slice(3)),
  finding('label', (pick, n) => nth.label(pick(n))),
  finding('the first letters of everybody’s label', () => 'person'),
  finding('something that is not there', (pick) => `nothing ${pick(1_000_000)}`),
  listing('all', {}),
  listing('who needs help', { view: 'need_help' }),
  listing('trying', { view: 'trying' }),
  listing('connected', { view: 'connected' }),
  listing('need reconnecting, revoked', { view: 'needs_reconnect', reason: 'revoked' }),
  listing('suspended, in the last month', { view: 'suspended', age: 'month' }),
  listing('at the step code, in the last day', { step: 'code', age: 'day' }),
  search('list: all, somewhere in the middle', (pick) => ({ cursor: cursor(pick) })),
  search('list: connected, somewhere in the middle', (pick) => ({ view: 'connected', cursor: cursor(pick) })),
  { name: 'a person', method: 'GET', url: (pick, n) => `/api/support/users/${nth.user(pick(n))}` },
  { name: 'the overview', method: 'GET', url: () => '/api/support/overview' },
];
