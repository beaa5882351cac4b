import { spawn } from 'node:child_process';
import { root } from '../paths.mjs';

const beat = 15_000;

/**
 * Runs a program to its end. While it is silent for long, a line says that it is still at work, so that nobody thinks
 * it hangs. `timeout` in milliseconds ends it. Output goes to the terminal, or is collected with `quiet`.
 * @param {{ what: string, command: string, args: string[], env?: NodeJS.ProcessEnv, quiet?: boolean, timeout?: number, hint?: string }} job
 * @returns {Promise<{ ok: boolean, output: string, seconds: number }>}
 */
export const run = ({ what, command, args, env = {}, quiet = false, timeout = 0, hint = '' }) =>
  new Promise((resolve) => {
    const started = Date.now();
    const seconds = () => Math.round((Date.now() - started) / 1000);
    let output = '';
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    });
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    const heartbeat = setInterval(() => console.log(`  … still ${what} (${seconds()} s)${hint && `: ${hint}`}`), beat);
    const limit = timeout > 0 ? setTimeout(() => child.kill('SIGTERM'), timeout) : undefined;
    let interrupted = false;
    const passOn = (/** @type {NodeJS.Signals} */ signal) => {
      interrupted = true;
      child.kill(signal);
    };
    process.on('SIGINT', passOn).on('SIGTERM', passOn);
    const end = (/** @type {boolean} */ ok) => {
      clearInterval(heartbeat);
      clearTimeout(limit);
      process.off('SIGINT', passOn).off('SIGTERM', passOn);
      if (interrupted) process.exit(130);
      resolve({ ok, output, seconds: seconds() });
    };
    child.once('error', (error) => {
      output += error.message;
      end(false);
    });
    child.once('close', (code) => end(code === 0));
  });

/** Says what it does, runs it, and stops this program if it fails. */
export const runOrStop = async (/** @type {Parameters<typeof run>[0]} */ job) => {
  console.log(`${job.what[0]?.toUpperCase()}${job.what.slice(1)}`);
  const { ok, output, seconds } = await run(job);
  if (ok) {
    console.log(`  done in ${seconds} s`);
    return;
  }
  if (output) console.error(output);
  console.error(`Failed: ${job.what}. The command was: ${job.command} ${job.args.join(' ')}`);
  process.exit(1);
};
