import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Order, Report } from './messages.ts';

export interface Racer {
  /** Gives an order and resolves to the report on that lane. One order a lane at a time. */
  ask(order: Exclude<Order, { do: 'stop' }>): Promise<Report>;
  stop(): Promise<void>;
}

/** From the sources where this runs from them, else as it was built. */
const fromSource = import.meta.url.endsWith('.ts');
const program = fileURLToPath(new URL(`./racer.worker.${fromSource ? 'ts' : 'js'}`, import.meta.url));
const execArgv = fromSource ? ['--conditions=@botize/source', '--import', 'tsx'] : [];

export const startRacer = async (args: string[]): Promise<Racer> => {
  const child = fork(program, args, { execArgv });
  const waiting = new Map<string, (report: Report) => void>();
  const reports = (lane: string) => new Promise<Report>((resolve) => waiting.set(lane, resolve));
  child.on('message', (message) => {
    const report = message as Report;
    waiting.get(report.lane)?.(report);
  });
  await reports('');
  return {
    ask: (order) => {
      const report = reports(order.lane);
      child.send(order);
      return report;
    },
    stop: async () => {
      child.send({ do: 'stop' } satisfies Order);
      await once(child, 'exit');
    },
  };
};
