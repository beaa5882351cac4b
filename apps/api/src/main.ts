import { compose } from './compose.ts';
import { keepMemoryPrivate } from './config/process-safety.ts';
import { readConfig } from './config/read-config.ts';
import { createLog } from './http/log.ts';
import { serve } from './serve.ts';

const log = createLog();

/** A bug that nobody caught: the state of this process is unknown, what is stored is not. */
const crash = (error: unknown) => {
  log.fatal({ event: 'crashed', err: error });
  process.exit(1);
};
process.on('unhandledRejection', crash);
process.on('uncaughtException', crash);

try {
  const config = readConfig(process.env);
  if (config.production && !keepMemoryPrivate().coreDumpsKnownOff) log.warn({ event: 'core dumps may be on' });
  const stop = await serve(await compose(config, log), config, log);
  let stopping: Promise<void> | null = null;
  // A terminal sends its signal to every process of the group, and whoever started us sends another: once is enough.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      stopping ??= stop().then(() => process.exit(0), crash);
    });
  }
} catch (error) {
  // Nobody has trusted us with anything yet: what keeps us from starting may be told in full.
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
