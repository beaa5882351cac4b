import type { EventLog, LogFields } from '@botize/login';
import type { FastifyBaseLogger } from 'fastify';
import type { DestinationStream, LogFn } from 'pino';
import { destination as output, pino, stdTimeFunctions } from 'pino';

/** An error's message may quote what it choked on; its kind and the places in our code may not. */
export const errorFields = (error: unknown) => {
  if (!(error instanceof Error)) return { name: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { name: error.name, ...(code ? { code } : {}), at: frames.slice(0, 12).map((line) => line.trim()) };
};

/** Also takes away the words beside an error: the framework likes to repeat its message there. */
const withoutMessages = (args: unknown[]): unknown[] => {
  const [first] = args;
  if (first instanceof Error) return [{ err: errorFields(first) }];
  const holdsError = typeof first === 'object' && first !== null && 'err' in first && first.err instanceof Error;
  return holdsError ? [{ ...first, err: errorFields(first.err) }] : args;
};

/** Structured lines for operators. Whoever passes a whole request or answer gets nothing of it into the log. */
export const createLog = (destination?: DestinationStream): FastifyBaseLogger =>
  pino(
    {
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { req: () => undefined, res: () => undefined },
      hooks: {
        logMethod(args, method) {
          method.apply(this, withoutMessages(args) as Parameters<LogFn>);
        },
      },
    },
    destination ?? output(1),
  );

const allowed = {
  reference: true,
  attemptId: true,
  connectionId: true,
  step: true,
  command: true,
  method: true,
  outcome: true,
  error: true,
  code: true,
  ms: true,
  count: true,
} satisfies Record<keyof LogFields, true>;

const onlyAllowed = (fields: LogFields): LogFields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => Object.hasOwn(allowed, name)));

/** The verbs' log: a field that isn't on the list doesn't get through, whatever a caller passes. */
export const createEventLog = (log: FastifyBaseLogger): EventLog => ({
  info: (event, fields) => log.info({ event, ...onlyAllowed(fields) }),
  warn: (event, fields) => log.warn({ event, ...onlyAllowed(fields) }),
});
