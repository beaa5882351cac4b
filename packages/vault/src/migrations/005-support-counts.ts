import { sql } from 'kysely';
import type { Db } from '../schema.ts';

/** What is counted, by table: the kind of count, and what names it in a row (null: not counted). */
const counted = {
  connections: [
    ['status', '$.status'],
    ['reason', '$.reason'],
  ],
  attempts: [
    ['standing', '$.standing'],
    ['step', 'case when $.ended_at is null then $.step end'],
  ],
  people: [['refused', `case when $.refused_code is not null then 'all' end`]],
} as const;

/** A change that a list would show. */
const visible = {
  connections:
    'old.status is not new.status or old.reason is not new.reason or old.status_since is not new.status_since',
  attempts: 'old.event_id is not new.event_id or old.standing is not new.standing or old.step is not new.step',
  people: 'old.refused_code is not new.refused_code or old.refused_at is not new.refused_at',
} as const;

const beat = `update pulse set n = n + 1 where name = 'list';`;

function more(kind: string, name: string): string {
  return `insert into counts (kind, name, n) select '${kind}', ${name}, 1 where ${name} is not null
    on conflict (kind, name) do update set n = n + 1;`;
}

const less = (kind: string, name: string) => `update counts set n = n - 1 where kind = '${kind}' and name = ${name};`;

/** Triggers, so that no statement can forget to count, whoever writes it. */
export async function keepCounts(db: Db): Promise<void> {
  for (const table of ['connections', 'attempts', 'people'] as const) {
    const names = (row: 'old' | 'new') =>
      counted[table].map(([kind, name]) => [kind, name.replaceAll('$', row)] as const);
    const enter = names('new').map(([kind, name]) => more(kind, name));
    const leave = names('old').map(([kind, name]) => less(kind, name));
    const text = [...enter, beat].join('\n');
    const triggers = [
      `create trigger ${table}_counted_in after insert on ${table} begin ${text} end`,
      `create trigger ${table}_counted_out after delete on ${table} begin ${[...leave, beat].join('\n')} end`,
      `create trigger ${table}_counted_again after update on ${table} when ${visible[table]}
        begin ${[...leave, ...enter, beat].join('\n')} end`,
    ];
    for (const trigger of triggers) await sql.raw(trigger).execute(db);
    for (const [kind, name] of counted[table]) {
      const value = name.replaceAll('$.', '');
      await sql
        .raw(
          `insert into counts (kind, name, n) select '${kind}', ${value}, count(*) from ${table}
           where ${value} is not null group by 2`,
        )
        .execute(db);
    }
  }
}
