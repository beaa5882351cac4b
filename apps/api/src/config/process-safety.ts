import { readFileSync } from 'node:fs';

/** How this process was started. `coreLimit`: what the system may write of it when it dies; null where nobody says. */
export interface Start {
  execArgv: readonly string[];
  nodeOptions: string;
  coreLimit: string | null;
}

/** Options of Node.js that write memory to a file, or open it to a debugger. */
const revealing =
  /^--(inspect|debug-port|heapsnapshot-|heap-prof|abort-on-uncaught-exception|report-(on-|uncaught-|signal|dir)|diagnostic-dir)/;

/** Options may be written with `_` for `-`, and within quotes in `NODE_OPTIONS`. */
const named = (option: string) => option.replaceAll('"', '').replaceAll('_', '-').split('=', 1)[0] ?? '';

/** Everything that could put secrets of the memory on a disk, one sentence each. */
export const memoryDangers = ({ execArgv, nodeOptions, coreLimit }: Start): string[] => {
  const options = [...execArgv, ...nodeOptions.split(/\s+/)].map(named).filter((option) => revealing.test(option));
  const dangers = [...new Set(options)].map((option) => `${option} must not be given to Node.js in production`);
  if (coreLimit !== null && coreLimit !== '0')
    dangers.push('core dumps must be off in production: ulimit -c 0, or LimitCORE=0 in a unit of systemd');
  return dangers;
};

/** The soft limit of a table like `/proc/self/limits`. */
export const coreLimitIn = (table: string): string | null => /^Max core file size +(\S+)/m.exec(table)?.[1] ?? null;

const readCoreLimit = (): string | null => {
  try {
    return coreLimitIn(readFileSync('/proc/self/limits', 'utf8'));
  } catch {
    return null;
  }
};

const thisStart = (): Start => ({
  execArgv: process.execArgv,
  nodeOptions: process.env['NODE_OPTIONS'] ?? '',
  coreLimit: readCoreLimit(),
});

/**
 * For production, where memory holds sessions. The signal that opens Node's debugger does nothing from now on.
 * @returns whether it is known that core dumps are off @throws Error that lists what would write memory to a disk
 */
export const keepMemoryPrivate = (start: Start = thisStart()): { coreDumpsKnownOff: boolean } => {
  const dangers = memoryDangers(start);
  if (dangers.length > 0)
    throw new Error(['What this process holds in memory could be written down:', ...dangers].join('\n  '));
  process.on('SIGUSR1', () => {});
  return { coreDumpsKnownOff: start.coreLimit === '0' };
};
