import { runAdmin } from './commands.ts';

const print = (line: string) => void process.stdout.write(`${line}\n`);

try {
  process.exitCode = await runAdmin(process.argv.slice(2), { env: process.env, print });
} catch (error) {
  // What keeps a command from running says so in words, and holds no secret.
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
