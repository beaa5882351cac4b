import type { Findings } from './findings.ts';
import type { Stage } from './steps.ts';
import type { Turnstile } from './turnstile.ts';

/** `missed`: the disturbance never came to pass, so the case proves nothing. */
export type Outcome = 'held' | 'missed' | 'failed';

export interface CaseResult {
  suite: SuiteName;
  /** Row and column of the printed table. */
  row: string;
  column: string;
  outcome: Outcome;
}

export type SuiteName = 'kills' | 'faults' | 'store' | 'doubles';

/** What is done to the server, case by case, and how it is judged. */
export interface Suite<Case> {
  name: SuiteName;
  /** TELEGRAM_DEADLINE_MS. */
  deadlineMs: number;
  /** Servers side by side, as many as keep two cores busy where two shards are run at once; cases that wait need more. */
  lanes: number;
  /** Users at work on one server at the same time. */
  usersAtOnce: number;
  /** False where servers die all the time: there is nothing to compare a heap with. */
  staysAlive: boolean;
  cellOf(one: Case): { row: string; column: string };
  run(stage: Stage, one: Case, turnstile: Turnstile): Promise<Outcome>;
}

/** One case with its name, which never changes for a seed and is what a resumed run goes by. */
export interface Named<Case> {
  id: string;
  one: Case;
}

export interface RunOptions {
  seed: number;
  /** Servers side by side; null: as many as the suite asks for. */
  lanes: number | null;
  findings: Findings;
  /** Cases between two moments of rest of a lane. */
  batch: number;
  record(id: string, result: CaseResult): void;
  /** Asked before each batch: is there time left? */
  goesOn(): boolean;
}
