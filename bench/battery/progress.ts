import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Arguments } from './arguments.ts';
import type { CaseResult } from './suite.ts';

export type Line =
  /** Of several with one id the last one counts. */
  | { type: 'case'; id: string; result: CaseResult }
  | { type: 'sequences'; variant: string; from: number; runs: number; commands: number }
  | { type: 'finding'; kind: string; count: number; examples: string[]; commit: string }
  | {
      type: 'session';
      shard: string;
      commit: string;
      part: string;
      begun: string;
      minutes: number;
      machine: string;
      findings?: number;
    };

/** Compiled, this file lies in bench/dist/battery. */
export const root = fileURLToPath(new URL('../../..', import.meta.url));
const folder = join(root, 'node_modules', '.cache', 'botize', 'battery');

/** What has been run so far, a line at a time, so that a run that is cut short can be resumed; what didn't hold is run again. */
export class Progress {
  readonly #file: string;
  readonly #done = new Set<string>();
  readonly #again: boolean;

  constructor({ seed, shard, resume, quick, match }: Arguments) {
    this.#again = match !== null;
    mkdirSync(folder, { recursive: true });
    this.#file = join(folder, `${quick ? 'quick' : seed}-${shard.index}of${shard.of}.jsonl`);
    if (!resume) rmSync(this.#file, { force: true });
    for (const line of linesOf(this.#file)) {
      if (line.type === 'case' && line.result.outcome === 'held') this.#done.add(line.id);
      if (line.type === 'case' && line.result.outcome !== 'held') this.#done.delete(line.id);
      if (line.type === 'sequences') this.#done.add(`${line.variant} ${line.from}`);
    }
  }

  /** Whether this has been run and held, and isn't wanted again by name. */
  has(id: string): boolean {
    return !this.#again && this.#done.has(id);
  }

  add(line: Line): void {
    appendFileSync(this.#file, `${JSON.stringify(line)}\n`);
  }

  own(): Line[] {
    return linesOf(this.#file);
  }

  /** Of all shards of a seed. */
  static of(seed: number): Line[] {
    const files = readdirSync(folder).filter((name) => name.startsWith(`${seed}-`));
    return files.sort().flatMap((name) => linesOf(join(folder, name)));
  }
}

function linesOf(file: string): Line[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .slice(0, -1)
    .map((text) => JSON.parse(text) as Line);
}
