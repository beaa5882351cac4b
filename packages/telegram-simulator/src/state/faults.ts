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
  const add = db.prepare(`INSERT INTO faults VALUES (@id,
    (SELECT COALESCE(MAX(position), 0) + 1 FROM faults), @method, @dcId, @times, @kind)`);
  const all = db.prepare<[], Row>('SELECT id, method, dcId, times, kind FROM faults ORDER BY position');
  const use = db.prepare('UPDATE faults SET times = times - 1 WHERE id = ?');
  const drop = db.prepare('DELETE FROM faults WHERE times <= 0');
  const clear = db.prepare('DELETE FROM faults');

  const list = (): Fault[] => all.all().map((row) => ({ ...row, kind: JSON.parse(row.kind) as Fault['kind'] }));
  return {
    add(fields) {
      const fault = { ...fields, id: randomUUID() };
      add.run({ ...fault, kind: JSON.stringify(fault.kind) });
      return fault;
    },
    list,
    clear: () => void clear.run(),
    take({ method, dcId }) {
      const fault = list().find((each) => applies(each, method, dcId));
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
function applies(fault: Fault, method: string, dcId: number): boolean {
  if (fault.dcId !== null && fault.dcId !== dcId) return false;
  if (fault.method === null) return method !== 'connect';
  return fault.method.endsWith('*') ? method.startsWith(fault.method.slice(0, -1)) : method === fault.method;
}
