import { randomBytes } from 'node:crypto';
import { WebhookType, type WebhookEvent } from '@botize/contract';
import type { AuditEntry, Change } from '@botize/login';
import type { Db } from '../../schema.ts';
import type { Parts } from '../parts.ts';

const told = new Set<string>(WebhookType.options);
const isTold = (action: string): action is WebhookType => told.has(action);

/** Which event an entry is, if it is one. Staff may also have asked for a link where there is no host to make it. */
function typeOf({ action, detail }: AuditEntry): WebhookType | null {
  if (action === 'support.sent_link') return detail?.['to'] === 'host' ? 'support.link_requested' : null;
  return isTold(action) ? action : null;
}

type Data = WebhookEvent['data'];

/** The connection as it is after the change: gone, if that was the change. */
async function connectionData(db: Db, connectionId: string): Promise<Partial<Data>> {
  const columns = ['reference', 'status', 'reason', 'generation'] as const;
  const row = db.selectFrom('connections').select(columns).where('id', '=', connectionId);
  return (await row.executeTakeFirst()) ?? {};
}

async function attemptData(db: Db, entry: AuditEntry): Promise<Partial<Data>> {
  const code = entry.detail?.['code'];
  const row = db
    .selectFrom('attempts')
    .select(['reference', 'connection_id'])
    .where('id', '=', entry.attemptId ?? '');
  const attempt = await row.executeTakeFirst();
  return {
    reference: attempt?.reference ?? null,
    connectionId: attempt?.connection_id ?? null,
    reason: typeof code === 'string' ? code : null,
  };
}

async function bodyOf(db: Db, type: WebhookType, entry: AuditEntry): Promise<WebhookEvent> {
  const { userId, connectionId = null, attemptId = null } = entry;
  const blank = { reference: null, status: null, reason: null, generation: null };
  const more = connectionId === null ? await attemptData(db, entry) : await connectionData(db, connectionId);
  const data = { userId, connectionId, attemptId, ...blank, ...more };
  return { type, timestamp: new Date(entry.at).toISOString(), data };
}

/**
 * Writes down what the host is to be told of these changes, in their own transaction: either both happened or neither.
 * The audit says what happened; its entries are the source of the events.
 */
export async function noteForHost({ clock }: Parts, db: Db, changes: readonly Change[]): Promise<void> {
  for (const change of changes) {
    if (change.type !== 'audit') continue;
    const { entry } = change;
    const type = typeOf(entry);
    if (type === null) continue;
    const body = await bodyOf(db, type, entry);
    const now = clock.now();
    const row = {
      id: `evt_${randomBytes(18).toString('base64url')}`,
      type,
      user_id: entry.userId,
      connection_id: body.data.connectionId,
      body: JSON.stringify(body),
      created_at: now,
      status: 'pending' as const,
      attempts: 0,
      next_at: now,
      last_at: null,
      last_status: null,
      last_error: null,
    };
    await db.insertInto('outbox').values(row).execute();
  }
}
