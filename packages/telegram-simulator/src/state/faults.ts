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

export function createFaults(db: Db, settings: Settings): Faults {
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
      return fault.kind;
    },
    clockSkewSeconds: () => settings.read().clockSkewSeconds,
  };
}

/** A fault without a method is meant for requests; a connection is only hit by one that names it. */
function applies(fault: Fault, method: string, dcId: number): boolean {
  const isConnect = method === 'connect';
  const methodFits = fault.method === null ? !isConnect && fault.kind.type !== 'black_hole' : fault.method === method;
  return methodFits && (fault.dcId === null || fault.dcId === dcId);
}
