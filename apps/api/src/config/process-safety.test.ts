import { describe, expect, it } from 'vitest';
import { coreLimitIn, keepMemoryPrivate, memoryDangers } from './process-safety.ts';

const safe = { execArgv: ['--import', 'tsx', '--max-old-space-size=512'], nodeOptions: '', coreLimit: '0' };

describe('memory', () => {
  it('stays where it is with an ordinary start', () => {
    expect(memoryDangers(safe)).toEqual([]);
    expect(memoryDangers({ ...safe, nodeOptions: '--enable-source-maps  --trace-warnings' })).toEqual([]);
    expect(memoryDangers({ ...safe, coreLimit: null })).toEqual([]);
  });

  it.each([
    '--inspect',
    '--inspect=0.0.0.0:9229',
    '--inspect-brk',
    '--inspect-port=1',
    '--debug-port=1',
    '--heapsnapshot-signal=SIGUSR2',
    '--heapsnapshot-near-heap-limit=3',
    '--heap-prof',
    '--abort-on-uncaught-exception',
    '--abort_on_uncaught_exception',
    '--report-on-signal',
    '--report-on-fatalerror',
    '--report-uncaught-exception',
    '--report-signal=SIGUSR2',
    '--report-dir=/tmp',
    '--diagnostic-dir=/tmp',
  ])('is not written down by %s, wherever that is given', (option) => {
    const named = option.replaceAll('_', '-').split('=')[0];
    const says = [`${named} must not be given to Node.js in production`];
    expect(memoryDangers({ ...safe, execArgv: ['--import', 'tsx', option] })).toEqual(says);
    expect(memoryDangers({ ...safe, nodeOptions: `--no-warnings ${option}` })).toEqual(says);
    expect(memoryDangers({ ...safe, nodeOptions: `"${option}"`, execArgv: [option] })).toEqual(says);
    expect(() => keepMemoryPrivate({ ...safe, execArgv: [option] })).toThrow(says[0]);
  });

  it.each(['unlimited', '1', '1048576'])('is not dumped with a limit of %s for core files', (coreLimit) => {
    expect(memoryDangers({ ...safe, coreLimit })).toEqual([
      'core dumps must be off in production: ulimit -c 0, or LimitCORE=0 in a unit of systemd',
    ]);
  });
});

it('the limit is read from the table of the system', () => {
  const table = [
    'Limit                     Soft Limit           Hard Limit           Units     ',
    'Max stack size            8388608              unlimited            bytes     ',
    'Max core file size        0                    unlimited            bytes     ',
  ];
  expect(coreLimitIn(table.join('\n'))).toBe('0');
  expect(coreLimitIn(table.join('\n').replace(/size {8}0 /, 'size        unlimited '))).toBe('unlimited');
  expect(coreLimitIn('nothing of the kind')).toBeNull();
});

it('says whether core dumps are known to be off', () => {
  const listeners = process.listenerCount('SIGUSR1');
  expect(keepMemoryPrivate(safe)).toEqual({ coreDumpsKnownOff: true });
  expect(keepMemoryPrivate({ ...safe, coreLimit: null })).toEqual({ coreDumpsKnownOff: false });
  expect(process.listenerCount('SIGUSR1')).toBe(listeners + 2);
  process.removeAllListeners('SIGUSR1');
});
