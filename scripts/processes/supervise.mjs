import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { root } from '../paths.mjs';
import { nodeWithoutCoreDumps } from './without-core-dumps.mjs';

const longestPause = 30_000;
const healthyAfter = 60_000;
const lastLines = 20;

/**
 * Keeps a program running: started again when it ends by itself, after 1 s, 2 s, 4 s … 30 s; a minute of good health
 * starts the count anew. Its output goes to `log`, readable by the owner alone, and its last lines here when it ends.
 * @param {{ name: string, entry: string, args?: string[], env: NodeJS.ProcessEnv, log: string }} program
 */
export const supervise = ({ name, entry, args = [], env, log }) => {
  mkdirSync(dirname(log), { recursive: true, mode: 0o700 });
  const file = createWriteStream(log, { flags: 'a', mode: 0o600 });
  /** @type {import('node:child_process').ChildProcess | null} */
  let child = null;
  /** @type {NodeJS.Timeout | undefined} */
  let pause;
  let stopping = false;
  let crashes = 0;

  const start = () => {
    const started = Date.now();
    /** @type {string[]} */
    let tail = [];
    const keep = (/** @type {Buffer} */ chunk) => {
      file.write(chunk);
      tail = [...tail, ...chunk.toString().split('\n').filter(Boolean)].slice(-lastLines);
    };
    const [command, words] = nodeWithoutCoreDumps([entry, ...args]);
    const running = spawn(command, words, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    child = running;
    running.stdout.on('data', keep);
    running.stderr.on('data', keep);
    running.once('close', (code, signal) => {
      child = null;
      if (stopping) return;
      if (Date.now() - started > healthyAfter) crashes = 0;
      const wait = Math.min(1000 * 2 ** crashes++, longestPause);
      console.error(`The ${name} ended (${signal ?? `exit code ${code}`}). Its last lines:\n${tail.join('\n')}`);
      console.error(`Starting it again in ${wait / 1000} s.`);
      pause = setTimeout(start, wait);
    });
  };
  start();

  return {
    /** How often it ended without being asked to. */
    crashes: () => crashes,
    /** Ends it with SIGTERM, and with SIGKILL if it is still there after `grace` milliseconds. */
    stop: (grace = 25_000) =>
      new Promise((resolve) => {
        stopping = true;
        clearTimeout(pause);
        const running = child;
        if (!running) return resolve(undefined);
        const last = setTimeout(() => running.kill('SIGKILL'), grace);
        running.once('close', () => {
          clearTimeout(last);
          resolve(undefined);
        });
        running.kill('SIGTERM');
      }),
  };
};
