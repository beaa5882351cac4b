import type { Db } from './database.ts';

/** One request that was carried out or refused. `outcome` is the answer's constructor or the error's name. */
export interface JournalEntry {
  id: number;
  method: string;
  authKeyId: string;
  dcId: number;
  phone: string | null;
  outcome: string;
  at: number;
}

export interface Journal {
  add(entry: Omit<JournalEntry, 'id'>): void;
  /** Oldest first. `since` is the id of the last entry that was seen. */
  list(filter: { method?: string; since?: number }): JournalEntry[];
}

export function createJournal(db: Db): Journal {
  const add = db.prepare('INSERT INTO journal VALUES (NULL, @method, @authKeyId, @dcId, @phone, @outcome, @at)');
  const list = db.prepare<[{ method: string | null; since: number }], JournalEntry>(
    'SELECT * FROM journal WHERE id > @since AND (@method IS NULL OR method = @method) ORDER BY id',
  );
  return {
    add: (entry) => void add.run(entry),
    list: ({ method, since }) => list.all({ method: method ?? null, since: since ?? 0 }),
  };
}
