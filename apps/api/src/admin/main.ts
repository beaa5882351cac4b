import { keepMemoryPrivate } from '../config/process-safety.ts';
import { runAdmin } from './commands.ts';

const print = (line: string) => void process.stdout.write(`${line}\n`);

try {
  if (process.env['NODE_ENV'] === 'production') keepMemoryPrivate();
  process.exitCode = await runAdmin(process.argv.slice(2), { env: process.env, print });
} catch (error) {
  // What keeps a command from running says so in words, and holds no secret.
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
