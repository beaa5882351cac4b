import type { VariableName } from './variables.ts';

export interface ConfigProblem {
  variable: VariableName;
  /** What is wrong and what would be right; never the value of a secret. */
  message: string;
}

/** Everything that is wrong at once, so that nobody has to start ten times. */
export class ConfigError extends Error {
  readonly problems: readonly ConfigProblem[];
  constructor(problems: readonly ConfigProblem[]) {
    const lines = problems.map(({ variable, message }) => `  ${variable}: ${message}`);
    super(['The configuration is not valid:', ...lines].join('\n'));
    this.name = 'ConfigError';
    this.problems = problems;
  }
}
