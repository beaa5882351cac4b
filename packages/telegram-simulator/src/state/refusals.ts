import type { Db } from './database.ts';

/** Counts how often a scenario's refusal was given to a person, so that one can happen once and then no more. */
export interface Refusals {
  usesOf(phone: string, position: number): number;
  use(phone: string, position: number): void;
}

export function createRefusals(db: Db): Refusals {
  const find = db.prepare<[string, number], { uses: number }>(
    'SELECT uses FROM refusals WHERE phone = ? AND position = ?',
  );
  const use = db.prepare(
    'INSERT INTO refusals VALUES (?, ?, 1) ON CONFLICT (phone, position) DO UPDATE SET uses = uses + 1',
  );
  return {
    usesOf: (phone, position) => find.get(phone, position)?.uses ?? 0,
    use: (phone, position) => void use.run(phone, position),
  };
}
