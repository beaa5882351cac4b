import { spawn } from 'node:child_process';
import { root } from '../paths.mjs';

/**
 * Runs programs side by side with their output on the terminal. When one ends, or this program is told to, all end.
 * @param {{ args: string[], env?: NodeJS.ProcessEnv }[]} programs
 */
export const runTogether = async (programs) => {
  const children = programs.map(({ args, env = {} }) =>
    spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...env }, stdio: 'inherit' }),
  );
  const endAll = () => children.forEach((child) => child.kill('SIGTERM'));
  let asked = false;
  const stop = () => {
    asked = true;
    endAll();
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  const codes = await Promise.all(
    children.map(
      (child) =>
        new Promise((resolve) => {
          child.once('close', (code) => {
            endAll();
            resolve(code ?? 0);
          });
        }),
    ),
  );
  process.exitCode = asked ? 0 : Math.max(...codes);
};
