import { cpus, loadavg } from 'node:os';
import type { Measured, Size } from './measure.ts';

/** What a search may take at most, in milliseconds, for all but the slowest twentieth. */
export const goalMs = 50;

const percentile = (sorted: number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)] ?? 0;

const ms = (value: number) => value.toFixed(1);
const thousands = (value: number) => value.toLocaleString('en');

const line = (name: string, small: Measured, large: Measured): string => {
  const cells = [small, large].flatMap(({ times, worked }) => [
    ...[0.5, 0.95, 0.99].map((part) => ms(percentile(times, part))),
    ms(percentile(worked, 0.95)),
  ]);
  return `| ${[name, ...cells].join(' | ')} |`;
};

export const slowest = ({ measured }: Size): number => Math.max(...measured.map((one) => percentile(one.times, 0.95)));

/** The figures as a page of the documentation. */
export const reportOf = (small: Size, large: Size): string => {
  const times = small.measured[0]?.times.length ?? 0;
  const heads = [small, large].flatMap(({ connections }) =>
    ['p50', 'p95', 'p99', 'CPU p95'].map((name) => `${name} at ${thousands(connections)}`),
  );
  const rows = large.measured.map((one, index) => line(one.name, small.measured[index] ?? one, one));
  return [
    '# What a search of the support console costs',
    '',
    '`npm run bench:support` makes the rows, asks the whole server (cookie, gate, search, audit, answer; only the socket is left',
    `out) and writes this page. Each question ${times} times, about another person each time. Milliseconds by the clock;`,
    '*CPU* is what the process worked for it, which other programs on the machine make no longer.',
    '',
    `The goal is ${goalMs} ms at p95 with ${thousands(large.connections)} connections, and a cost that does not grow with the table.`,
    `Slowest p95 with ${thousands(small.connections)}: ${ms(slowest(small))} ms; with ${thousands(large.connections)}: ${ms(slowest(large))} ms.`,
    '',
    `| Question | ${heads.join(' | ')} |`,
    `|---|${heads.map(() => '---:').join('|')}|`,
    ...rows,
    '',
    `Measured with Node ${process.version} on ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, with a load of`,
    `${loadavg()[1]?.toFixed(1) ?? 'unknown'} over the last five minutes (${cpus().length} is all that it can do). The database of`,
    `${thousands(large.connections)} connections has ${thousands(Math.round(large.megabytes))} MB. Each search is written into the audit of whoever`,
    'searches, and each look into two chains, before anything is answered; a flush to disk is part of the time.',
    '',
  ].join('\n');
};
