import { setTimeout as pause } from 'node:timers/promises';
import type { Command, Connection, LoginAttempt } from '@botize/contract';
import type { Lane } from './lane.ts';
import { stalledSoFar } from './stalls.ts';
import type { JournalEntry } from './simulator-control.ts';

type Unsent<C> = C extends Command ? Omit<C, 'revision'> : never;
export type Wish = Unsent<Command>;

export interface Reply {
  status: number;
  body: unknown;
}

/** What a test number is like, for the simulated Telegram. */
export interface Person {
  phone: string;
  dcId: number;
  password: string | null;
  scenario: string | null;
}

const nameOf = (phone: string) => `Person ${phone}`;
const apiHash = '0123456789abcdef0123456789abcdef';
const consent = { version: '2026-11' };
/** Sends codes, on Telegram's side. */
const sendsCodes = new Set([
  'auth.sendCode',
  'auth.resendCode',
  'account.sendVerifyEmailCode',
  'account.verifyEmail',
  'auth.resetLoginEmail',
]);
const asksForCode = new Set(['submit_phone', 'resend_code', 'submit_email', 'reset_email']);

/** A person at a browser, with a pair of credentials of their own. Asks again, exactly the same, when nothing came. */
export class User {
  readonly lane: Lane;
  readonly id: string;
  readonly apiId: number;
  readonly people: Person[] = [];
  /** Codes this user has asked for, a repeated request counted once. */
  asked = 0;
  /** As typed: who isn't told what became of a code types it again. */
  lastCode: string | null = null;
  /** Requests for a code that were cut off: their codes may have gone out, and nobody knows the hash. */
  readonly cutOff = new Set<string>();
  readonly #asks = new Set<string>();
  readonly #keys = new Set<string>();
  #cookie = '';
  #journalFrom = 0;

  constructor(lane: Lane, number: number) {
    this.lane = lane;
    this.id = `u${number}`;
    this.apiId = 100_000 + number;
  }

  get credentials() {
    return { apiId: this.apiId, apiHash };
  }
  get me(): Person {
    const [first] = this.people;
    if (first === undefined) throw new Error('nobody');
    return first;
  }

  async enter(): Promise<this> {
    await this.lane.control.app(this.apiId, apiHash);
    this.#journalFrom = await this.lane.endOfJournal();
    for (;;) {
      const entered = await this.#fetch('POST', '/api/session', { dev: { userId: this.id } });
      this.#cookie = String(entered.headers.get('set-cookie')).split(';', 1)[0] ?? '';
      if (entered.status === 200) return this;
      await pause(100);
    }
  }

  async meet(person: Person): Promise<void> {
    this.people.push(person);
    const { phone, dcId, password, scenario } = person;
    const account = { phone, dcId, firstName: nameOf(phone) };
    await this.lane.control.person({
      ...account,
      ...(password !== null && { password }),
      ...(scenario !== null && { scenario }),
    });
  }

  /** One request, repeated until an answer comes. */
  async send(method: string, path: string, body?: unknown): Promise<Reply> {
    const answer = await this.#fetch(method, path, body);
    const text = await answer.text().catch(() => '');
    if (answer.status === 500)
      this.lane.findings.add('status 500', `${method} ${path} ${JSON.stringify(body)}: ${text}`);
    return { status: answer.status, body: text === '' ? null : (JSON.parse(text) as unknown) };
  }

  async #fetch(method: string, path: string, body?: unknown): Promise<Response> {
    const { lane } = this;
    const headers = { origin: lane.url, cookie: this.#cookie };
    const json =
      body === undefined
        ? {}
        : { headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) };
    for (;;) {
      await lane.ready();
      const startedAt = performance.now();
      const lostBefore = stalledSoFar() + lane.starvation.soFarMs;
      try {
        const answer = await fetch(lane.url.replace('localhost', '127.0.0.1') + path, { method, headers, ...json });
        const lost = stalledSoFar() + lane.starvation.soFarMs - lostBefore;
        this.#timed(
          performance.now() - startedAt - lost,
          `${method} ${path} ${(body as { type?: string } | undefined)?.type ?? ''}`,
        );
        return answer;
      } catch {
        const { type = '', revision } = (body ?? {}) as { type?: string; revision?: number };
        if (asksForCode.has(type)) this.cutOff.add(`${path} ${revision} ${type}`);
        await pause(25);
      }
    }
  }

  /** `ms` without the time in which this process or the server was not run though it should have been. */
  #timed(ms: number, what: string): void {
    const most = this.lane.deadlineMs + 5_000;
    if (ms > most) this.lane.findings.add('answered late', `${what}: ${Math.round(ms)} ms, at most ${most}`);
  }

  start(more: object = {}): Promise<Reply> {
    return this.send('POST', '/api/attempts', { credentials: this.credentials, consent, ...more });
  }

  async current(): Promise<LoginAttempt | null> {
    const { status, body } = await this.send('GET', '/api/attempts/current');
    return status === 200 ? (body as LoginAttempt) : null;
  }

  async connections(): Promise<Connection[]> {
    const { status, body } = await this.send('GET', '/api/connections');
    return status === 200 ? (body as { items: Connection[] }).items : [];
  }

  /** The connection to this person's account, if there is one. */
  async connectionTo({ phone }: Person): Promise<Connection | null> {
    return (await this.connections()).find(({ account }) => account.name === nameOf(phone)) ?? null;
  }

  command(attempt: LoginAttempt, wish: Wish): Promise<Reply> {
    const isForEmail =
      wish.type === 'submit_code' && attempt.state.step === 'code' && attempt.state.delivery.type === 'email_setup';
    if (wish.type === 'submit_code') this.lastCode = wish.code;
    if (asksForCode.has(wish.type)) this.lastCode = null;
    const ask = `${attempt.id} ${attempt.revision} ${wish.type}`;
    if ((asksForCode.has(wish.type) || isForEmail) && !this.#asks.has(ask)) {
      this.#asks.add(ask);
      this.asked += 1;
    }
    return this.send('POST', `/api/attempts/${attempt.id}/commands`, { ...wish, revision: attempt.revision });
  }

  /** A page that listens to an attempt until it has changed its step, or for so long. */
  async listen(attempt: LoginAttempt, ms: number): Promise<void> {
    const headers = { cookie: this.#cookie };
    const signal = AbortSignal.timeout(ms);
    try {
      const url = `${this.lane.url.replace('localhost', '127.0.0.1')}/api/attempts/${attempt.id}/events`;
      const stream = await fetch(url, { headers, signal });
      const decoder = new TextDecoder();
      for await (const chunk of stream.body ?? []) {
        const text = decoder.decode(chunk, { stream: true });
        if (text.includes('"step":') && !text.includes('"step":"phone"')) return;
      }
    } catch {
      // The server died, or nothing came in time: whoever listens asks for the attempt next.
    }
  }

  async #journal(): Promise<JournalEntry[]> {
    const phones = new Set(this.people.map(({ phone }) => phone));
    const entries = await this.lane.control.journal(this.#journalFrom);
    return entries.filter(({ phone, authKeyId }) => (phone !== null ? phones.has(phone) : this.#keys.has(authKeyId)));
  }

  /** Codes that Telegram has really sent to this user's numbers. */
  async codesSent(): Promise<number> {
    return (await this.#journal()).filter(({ method, outcome }) => sendsCodes.has(method) && isSent(outcome)).length;
  }

  /** Requests of one method that Telegram has carried out or refused on this user's keys. */
  async requests(method: string): Promise<number> {
    const held = await this.lane.inventory();
    for (const { userId, authKeyId } of held) if (userId === this.id) this.#keys.add(authKeyId);
    return (await this.#journal()).filter((one) => one.method === method).length;
  }
}

const isSent = (outcome: string) => /^(auth\.sentCode|account\.(sentEmailCode|emailVerified))/.test(outcome);
