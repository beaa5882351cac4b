import type { Step } from './attempt.ts';

/** Steps after which nothing more happens to an attempt. Apart from the schemas, so that a page can ask without them. */
export const terminalSteps = ['connected', 'failed', 'cancelled', 'expired'] as const satisfies Step[];
export type TerminalStep = (typeof terminalSteps)[number];
export const isTerminal = (step: Step): step is TerminalStep => (terminalSteps as readonly Step[]).includes(step);
