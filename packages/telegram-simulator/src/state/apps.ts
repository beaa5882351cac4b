import type { Db } from './database.ts';

/** A pair of API credentials. A published one works for nobody. */
export interface App {
  apiId: number;
  apiHash: string;
  published: boolean;
}

export interface Apps {
  save(app: App): void;
  list(): App[];
  judge(apiId: number, apiHash: string): 'good' | 'invalid' | 'published';
}

type Row = { apiId: number; apiHash: string; published: number };

export function createApps(db: Db): Apps {
  const find = db.prepare<[number], Row>('SELECT * FROM apps WHERE apiId = ?');
  const all = db.prepare<[], Row>('SELECT * FROM apps ORDER BY apiId');
  const save = db.prepare('INSERT OR REPLACE INTO apps VALUES (?, ?, ?)');
  return {
    save: (app) => void save.run(app.apiId, app.apiHash, app.published ? 1 : 0),
    list: () => all.all().map((row) => ({ ...row, published: row.published === 1 })),
    judge(apiId, apiHash) {
      const app = find.get(apiId);
      if (app?.published === 1) return 'published';
      return app?.apiHash === apiHash ? 'good' : 'invalid';
    },
  };
}
