import { randomUUID } from 'node:crypto';
import type { Fault, FaultPlan } from '../rpc.ts';
import type { Db } from './database.ts';
import type { Settings } from './settings.ts';

export interface Faults extends FaultPlan {
  add(fault: Omit<Fault, 'id'>): Fault;
  list(): Fault[];
  clear(): void;
}

type Row = Omit<Fault, 'kind'> & { kind: string };

/** `used` is told when a fault was applied. */
export function createFaults(db: Db, settings: Settings, used: () => void): Faults {
  const add = db.prepare(`INSERT INTO pending_faults VALUES (@id,
    (SELECT COALESCE(MAX(position), 0) + 1 FROM pending_faults), @method, @dcId, @apiId, @times, @kind)`);
  const all = db.prepare<[], Row>('SELECT id, method, dcId, apiId, times, kind FROM pending_faults ORDER BY position');
  const use = db.prepare('UPDATE pending_faults SET times = times - 1 WHERE id = ?');
  const drop = db.prepare('DELETE FROM pending_faults WHERE times <= 0');
  const clear = db.prepare('DELETE FROM pending_faults');

  const list = (): Fault[] => all.all().map((row) => ({ ...row, kind: JSON.parse(row.kind) as Fault['kind'] }));
  return {
    add(fields) {
      const fault = { ...fields, id: randomUUID() };
      add.run({ ...fault, kind: JSON.stringify(fault.kind) });
      return fault;
    },
    list,
    clear: () => void clear.run(),
    take(at) {
      const fault = list().find((each) => applies(each, at));
      if (!fault) return null;
      use.run(fault.id);
      drop.run();
      used();
      return fault.kind;
    },
    clockSkewSeconds: () => settings.read().clockSkewSeconds,
  };
}

/**
 * A fault without a method is meant for requests: a connection is only hit by one that names it. `auth.*` stands for
 * all methods that begin so.
 */
function applies(fault: Fault, { method, dcId, apiId }: Parameters<FaultPlan['take']>[0]): boolean {
  if (fault.dcId !== null && fault.dcId !== dcId) return false;
  if (fault.apiId !== null && fault.apiId !== apiId) return false;
  if (fault.method === null) return method !== 'connect';
  return fault.method.endsWith('*') ? method.startsWith(fault.method.slice(0, -1)) : method === fault.method;
}
