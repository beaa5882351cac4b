import type { Db } from './database.ts';

/** What can be set while it runs. Durations are seconds. */
export interface Tunables {
  /** ISO code that `help.getNearestDc` answers. */
  country: string;
  loginTokenSeconds: number;
  codeSeconds: number;
  clockSkewSeconds: number;
}

export const defaultTunables: Tunables = {
  country: 'ES',
  loginTokenSeconds: 30,
  codeSeconds: 300,
  clockSkewSeconds: 0,
};

export interface Settings {
  read(): Tunables;
  write(changes: Partial<Tunables>): Tunables;
  /** A value that is made once and survives a reset, such as the RSA key. */
  keep(name: string, make: () => string): string;
}

export function createSettings(db: Db): Settings {
  const find = db.prepare<[string], { value: string }>('SELECT value FROM settings WHERE name = ?');
  const save = db.prepare('INSERT INTO settings VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value');
  const read = (): Tunables => ({
    ...defaultTunables,
    ...(JSON.parse(find.get('tunables')?.value ?? '{}') as Partial<Tunables>),
  });
  return {
    read,
    write(changes) {
      const next = { ...read(), ...changes };
      save.run('tunables', JSON.stringify(next));
      return next;
    },
    keep(name, make) {
      const kept = find.get(name)?.value;
      if (kept !== undefined) return kept;
      const value = make();
      save.run(name, value);
      return value;
    },
  };
}
