import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { nodeWithoutCoreDumps } from './without-core-dumps.mjs';

const table = '/proc/self/limits';

it.runIf(existsSync(table))(
  'a program runs without core dumps even where they are on, with its words unchanged',
  () => {
    const source = `console.log(require('node:fs').readFileSync('${table}', 'utf8'), JSON.stringify(process.argv.slice(1)))`;
    const [command, args] = nodeWithoutCoreDumps(['-e', source, 'one word', '$HOME', '"']);
    const allowed = 'ulimit -c unlimited 2>/dev/null; exec "$@"';
    const output = execFileSync('/bin/sh', ['-c', allowed, 'sh', command, ...args], { encoding: 'utf8' });
    expect(output).toMatch(/^Max core file size +0 /m);
    expect(output).toContain(JSON.stringify(['one word', '$HOME', '"']));
  },
);
