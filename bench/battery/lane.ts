import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startSimulator, type Simulator } from '@botize/telegram-simulator';
import type { Findings } from './findings.ts';
import type { Answer, AuditResult, Holding, Measure, Order, Question } from './server/orders.ts';
import { simulatorControl, type Control } from './simulator-control.ts';
import { Starvation } from './starvation.ts';

const entry = new URL('./server/main.js', import.meta.url);
/** Two seconds where the machine has nothing else to do. */
const startsWithinMs = 180_000;
const tailOfLog = 4_000;

export interface LaneOptions {
  findings: Findings;
  /** TELEGRAM_DEADLINE_MS of its server. */
  deadlineMs: number;
}

/** One server and one simulated Telegram. The server can be killed, Telegram goes on. */
export class Lane {
  readonly findings: Findings;
  readonly deadlineMs: number;
  readonly dataDir = mkdtempSync(join(tmpdir(), 'battery-'));
  url = '';
  control!: Control;
  /** How often the server was started. */
  lives = 0;
  readonly starvation = new Starvation(() => this.#child?.pid ?? null);
  #simulator: Simulator | null = null;
  #port = 0;
  #child: ChildProcess | null = null;
  #ready: Promise<void> = Promise.resolve();
  #tail = '';
  #lastId = 0;
  #journalEnd = 0;
  readonly #asked = new Map<number, (value: unknown) => void>();
  #expected = false;

  constructor({ findings, deadlineMs }: LaneOptions) {
    this.findings = findings;
    this.deadlineMs = deadlineMs;
  }

  async open(): Promise<this> {
    const simulator = await startSimulator();
    this.#simulator = simulator;
    this.control = simulatorControl(simulator.control);
    writeFileSync(join(this.dataDir, 'network.json'), JSON.stringify(simulator.network));
    this.#port = await freePort();
    this.url = `http://localhost:${this.#port}`;
    await this.start();
    return this;
  }

  /** Resolves when the server answers; at once if it does already. */
  ready(): Promise<void> {
    return this.#ready;
  }

  start(): Promise<void> {
    this.#ready = this.#start();
    return this.#ready;
  }

  async #start(): Promise<void> {
    const child = fork(entry, {
      env: {
        PATH: process.env['PATH'],
        NODE_ENV: 'development',
        HOST: '127.0.0.1',
        PORT: String(this.#port),
        PUBLIC_URL: this.url,
        DATA_DIR: this.dataDir,
        TELEGRAM_NETWORK: join(this.dataDir, 'network.json'),
        TELEGRAM_DEADLINE_MS: String(this.deadlineMs),
        CHECK_INTERVAL_SECONDS: '2592000',
        LIMITS: 'off',
      },
      execArgv: ['--expose-gc'],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.#child = child.setMaxListeners(0);
    this.lives += 1;
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk) => (this.#tail = (this.#tail + String(chunk)).slice(-tailOfLog)));
    child.on('exit', (code, signal) => {
      if (signal !== 'SIGKILL' && !this.#expected)
        this.findings.add('server ended by itself', `code ${code}: ${this.#tail}`);
      if (this.#child === child) this.#child = null;
    });
    const listening = new Promise<void>((resolve, reject) => {
      child.on('message', (answer: Answer) => {
        if (answer.type === 'listening') return resolve();
        this.#asked.get(answer.id)?.(answer.value);
        this.#asked.delete(answer.id);
      });
      child.on('exit', () => reject(new Error(`the server did not start:\n${this.#tail}`)));
    });
    const timer = setTimeout(() => child.kill('SIGKILL'), startsWithinMs);
    await listening.finally(() => clearTimeout(timer));
  }

  /** Resolves when the order is in force. */
  async order(order: Exclude<Order, { type: 'ask' }>): Promise<void> {
    this.#child?.send(order, () => undefined);
    await this.#ask('heard');
  }

  /** Resolves when the server has died. */
  async died(): Promise<'died'> {
    if (this.#child !== null) await once(this.#child, 'exit');
    return 'died';
  }

  /** From outside, at this very moment. */
  kill(): void {
    this.#child?.kill('SIGKILL');
  }

  /** Asked again if the server dies meanwhile: somebody else may have had it killed. */
  async #ask<T>(what: Question): Promise<T> {
    for (;;) {
      await this.ready();
      const child = this.#child;
      if (child === null) {
        await pause(25);
        continue;
      }
      const id = (this.#lastId += 1);
      const answered = new Promise<T>((resolve) => this.#asked.set(id, resolve as (value: unknown) => void));
      child.send({ type: 'ask', id, what } satisfies Order, () => undefined);
      const gone = new Promise<'gone'>((resolve) => child.once('exit', () => resolve('gone')));
      const answer = await Promise.race([answered, gone]);
      if (answer !== 'gone') return answer;
    }
  }

  /** The last entry of Telegram's journal, so that nobody reads it from its beginning. */
  async endOfJournal(): Promise<number> {
    this.#journalEnd = (await this.control.journal(this.#journalEnd)).at(-1)?.id ?? this.#journalEnd;
    return this.#journalEnd;
  }

  inventory(): Promise<Holding[]> {
    return this.#ask('inventory');
  }
  measure(): Promise<Measure> {
    return this.#ask('measure');
  }
  audit(): Promise<AuditResult> {
    return this.#ask('audit');
  }

  async close(): Promise<void> {
    this.starvation.stop();
    this.#expected = true;
    const child = this.#child;
    if (child !== null) {
      const ended = once(child, 'exit');
      const timer = setTimeout(() => {
        this.findings.add('SIGTERM not obeyed', this.#tail);
        child.kill('SIGKILL');
      }, 25_000);
      child.kill('SIGTERM');
      await ended;
      clearTimeout(timer);
    }
    await this.#simulator?.close();
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
