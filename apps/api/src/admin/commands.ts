import { auditCommand, auditUsage } from './audit.ts';
import { backupCommand, backupUsage } from './backup.ts';
import type { AdminCommand, AdminContext } from './command.ts';
import { doctorCommand, doctorUsage } from './doctor.ts';
import { hostKeysCommand, hostKeysUsage } from './host-keys.ts';
import { keysCommand, keysUsage } from './keys.ts';
import { restoreCommand, restoreUsage } from './restore.ts';

/** Each command of `npm run admin --`, by its first word, with the lines that explain it. */
const commands: Record<string, { run: AdminCommand; usage: readonly string[] }> = {
  keys: { run: keysCommand, usage: keysUsage },
  'host-keys': { run: hostKeysCommand, usage: hostKeysUsage },
  audit: { run: auditCommand, usage: auditUsage },
  backup: { run: backupCommand, usage: backupUsage },
  restore: { run: restoreCommand, usage: restoreUsage },
  doctor: { run: doctorCommand, usage: doctorUsage },
};

/** Runs a command line; one that isn't understood is answered with all there are. */
export const runAdmin = async ([name = '', ...args]: string[], context: AdminContext): Promise<number> => {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command) return command.run(args, context);
  for (const { usage } of Object.values(commands)) for (const line of usage) context.print(line);
  return 2;
};
