import type { HostStore, Millis } from '@botize/login';
import type { Db } from '../../schema.ts';
import type { Parts } from '../parts.ts';
import { completionStore } from './completions.ts';
import { connectionsOfAllStore } from './connections.ts';
import { hostKeyStore } from './keys.ts';
import { hostLeaseStore } from './leases.ts';
import { linkStore } from './links.ts';
import { outboxStore } from './outbox.ts';

async function forget(db: Db, moment: Millis): Promise<void> {
  await db.deleteFrom('connect_links').where('expires_at', '<', moment).execute();
  await db.deleteFrom('completions').where('expires_at', '<', moment).execute();
  await db.deleteFrom('host_leases').where('ended_at', '<', moment).execute();
  await db.deleteFrom('outbox').where('created_at', '<', moment).where('status', '!=', 'pending').execute();
}

/** Everything that the host platform leaves here. */
export const hostStore = (parts: Parts): HostStore => ({
  ...hostKeyStore(parts),
  ...linkStore(parts),
  ...completionStore(parts),
  ...connectionsOfAllStore(parts),
  ...hostLeaseStore(parts),
  ...outboxStore(parts),
  forgetBefore: (moment) => parts.store.write((db) => forget(db, moment)),
});
