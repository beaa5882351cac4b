import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';

export interface ChildProgram {
  /** Everything it has written so far, both streams. */
  output(): string;
  /** Resolves to the first whole line of its output that passes; rejects with the output if it ends before. */
  line(passes: (line: string) => boolean): Promise<string>;
  /** True until it has ended. */
  running(): boolean;
  /** Sends the signal and resolves when it has ended, at the latest after `graceMs` through SIGKILL. */
  end(signal: NodeJS.Signals, graceMs?: number): Promise<void>;
}

/** Starts a built program of this repository with this Node.js. */
export const startProgram = (entry: string, args: string[], env: NodeJS.ProcessEnv): ChildProgram => {
  const child = spawn(process.execPath, [entry, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const events = new EventEmitter().setMaxListeners(0);
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  let output = '';
  let over = false;
  const more = (chunk: Buffer) => {
    output += chunk.toString();
    events.emit('change');
  };
  child.stdout.on('data', more);
  child.stderr.on('data', more);
  void ended.then(() => {
    over = true;
    events.emit('change');
  });

  return {
    output: () => output,
    running: () => !over,
    async line(passes) {
      for (;;) {
        const found = output.split('\n').slice(0, -1).find(passes);
        if (found !== undefined) return found;
        if (over) throw new Error(`${entry} ended early:\n${output}`);
        await once(events, 'change');
      }
    },
    async end(signal, graceMs = 25_000) {
      if (over) return;
      const last = setTimeout(() => child.kill('SIGKILL'), graceMs);
      child.kill(signal);
      await ended;
      clearTimeout(last);
    },
  };
};
