export interface AdminContext {
  env: NodeJS.ProcessEnv;
  /** A line for the person at the terminal. Never a secret, unless the command is there to show it once. */
  print(line: string): void;
}

/** What comes after the command's name; answers the exit code: 0 well, 1 something is wrong, 2 not understood. */
export type AdminCommand = (args: string[], context: AdminContext) => Promise<number>;
