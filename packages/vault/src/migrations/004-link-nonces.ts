import type { Db } from '../schema.ts';

/** Which browser has opened a link, so that it can come again where the answer got lost. */
export async function linkNonces(db: Db): Promise<void> {
  await db.schema.alterTable('connect_links').addColumn('nonce_fingerprint', 'text').execute();
}
