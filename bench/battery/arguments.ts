import { parseArgs } from 'node:util';

export const partNames = ['kills', 'faults', 'store', 'doubles', 'sequences'] as const;
export type PartName = (typeof partNames)[number];

export interface Arguments {
  seed: number;
  /** This one of so many parts of the cases. */
  shard: { index: number; of: number };
  resume: boolean;
  quick: boolean;
  only: PartName[];
  /** Only cases whose id has this text in it; null: all. */
  match: string | null;
  /** Servers side by side; null: as many as each suite asks for. */
  lanes: number | null;
  /** How often the whole matrix is gone through; null: as often as the goal asks. */
  times: number | null;
  /** No new case is begun after so many minutes. */
  minutes: number;
  /** Where a summary in JSON goes, for the script that counts tests. */
  summary: string | null;
}

const whole = (name: string, text: string): number => {
  if (!/^\d{1,9}$/.test(text)) throw new Error(`--${name} takes a whole number, not "${text}"`);
  return Number(text);
};

function shardOf(text: string): Arguments['shard'] {
  const match = /^(\d+)\/(\d+)$/.exec(text);
  const [index, of] = [Number(match?.[1]), Number(match?.[2])];
  if (match === null || index < 1 || index > of) throw new Error(`--shard takes something like 1/4, not "${text}"`);
  return { index, of };
}

function partsOf(text: string | undefined): PartName[] {
  if (text === undefined) return [...partNames];
  return text.split(',').map((name) => {
    const part = partNames.find((one) => one === name);
    if (part === undefined) throw new Error(`--only takes some of ${partNames.join(', ')}, not "${name}"`);
    return part;
  });
}

/** @throws Error naming what is wrong */
export function readArguments(argv: string[]): Arguments {
  const { values } = parseArgs({
    args: argv,
    options: {
      seed: { type: 'string', default: '1' },
      shard: { type: 'string', default: '1/1' },
      resume: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      only: { type: 'string' },
      match: { type: 'string' },
      lanes: { type: 'string' },
      times: { type: 'string' },
      minutes: { type: 'string' },
      summary: { type: 'string' },
    },
  });
  return {
    seed: whole('seed', values.seed),
    shard: shardOf(values.shard),
    resume: values.resume,
    quick: values.quick,
    only: partsOf(values.only),
    match: values.match ?? null,
    lanes: values.lanes === undefined ? null : whole('lanes', values.lanes),
    times: values.times === undefined ? null : whole('times', values.times),
    minutes: whole('minutes', values.minutes ?? '100000'),
    summary: values.summary ?? null,
  };
}
