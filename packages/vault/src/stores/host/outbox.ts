import type { WebhookDelivery } from '@botize/contract';
import type { DeliveryResult, HostStore } from '@botize/login';
import type { Selectable } from 'kysely';
import type { Db } from '../../schema.ts';
import type { OutboxRow } from '../../schema-host.ts';
import type { Parts } from '../parts.ts';

const time = (at: number | null) => (at === null ? null : new Date(at).toISOString());

const toDelivery = (row: Selectable<OutboxRow>): WebhookDelivery => ({
  id: row.id,
  type: row.type,
  userId: row.user_id,
  connectionId: row.connection_id,
  createdAt: new Date(row.created_at).toISOString(),
  status: row.status,
  attempts: row.attempts,
  nextAttemptAt: time(row.next_at),
  lastAttempt:
    row.last_at === null
      ? null
      : { at: new Date(row.last_at).toISOString(), status: row.last_status, error: row.last_error },
});

const statusAfter = { done: 'delivered', give_up: 'given_up', again: 'pending' } as const;

async function note(db: Db, id: string, result: DeliveryResult): Promise<void> {
  await db
    .updateTable('outbox')
    .set((update) => ({
      attempts: update('attempts', '+', 1),
      status: statusAfter[result.next],
      next_at: result.next === 'again' ? result.notBefore : null,
      last_at: result.at,
      last_status: result.status,
      last_error: result.error,
    }))
    .where('id', '=', id)
    .execute();
}

type OutboxStore = Pick<HostStore, 'claimEvents' | 'noteDelivery' | 'deliveries' | 'replay'>;

export function outboxStore({ store }: Parts): OutboxStore {
  return {
    claimEvents: (now, claimedUntil, limit) =>
      store.write(async (db) => {
        const due = db.selectFrom('outbox').select('id').where('status', '=', 'pending').where('next_at', '<=', now);
        const rows = await db
          .updateTable('outbox')
          .set({ next_at: claimedUntil })
          .where('id', 'in', due.orderBy('position').limit(limit))
          .returning(['id', 'type', 'body', 'attempts', 'created_at'])
          .execute();
        return rows.map(({ created_at: createdAt, ...row }) => ({ ...row, createdAt }));
      }),
    noteDelivery: (id, result) => store.write((db) => note(db, id, result)),
    async deliveries({ connectionId, before, limit }) {
      const rows = await store.read((db) =>
        db
          .selectFrom('outbox')
          .selectAll()
          .$if(connectionId !== undefined, (query) => query.where('connection_id', '=', connectionId ?? ''))
          .$if(before !== null, (query) => query.where('position', '<', before ?? 0))
          .orderBy('position', 'desc')
          .limit(limit)
          .execute(),
      );
      return { items: rows.map(toDelivery), next: rows.length < limit ? null : (rows.at(-1)?.position ?? null) };
    },
    async replay(id, now) {
      const replayed = await store.write((db) =>
        db.updateTable('outbox').set({ status: 'pending', next_at: now }).where('id', '=', id).executeTakeFirst(),
      );
      return Boolean(replayed.numUpdatedRows);
    },
  };
}
