import type { TelegramSession } from '@botize/login';
import { openJson } from './crypto/sealed-json.ts';
import { partsOfVault, type SqliteVault } from './open-vault.ts';
import { attemptRecord } from './stores/attempt-rows.ts';
import { connectionSecret } from './stores/connection-rows.ts';
import { retiredKeyContext } from './stores/retired-keys.ts';

/** SECRET: `session` opens the account. */
export interface StoredSession {
  kind: 'connection' | 'attempt' | 'retired';
  id: string;
  userId: string;
  session: TelegramSession;
}

/** Every session at rest, whoever's it is: so that tests can compare them with what Telegram knows. Never for a request. */
export function inspectSessions(vault: SqliteVault): Promise<StoredSession[]> {
  const { store, keyring } = partsOfVault(vault);
  return store.snapshot(async (db) => {
    const connections = await db.selectFrom('connections').selectAll().execute();
    const attempts = await db.selectFrom('attempts').selectAll().execute();
    const retired = await db.selectFrom('retired_keys').selectAll().execute();
    const found = (
      kind: StoredSession['kind'],
      row: { id: string; user_id: string },
      session: TelegramSession | null,
    ) => (session === null ? [] : [{ kind, id: row.id, userId: row.user_id, session }]);
    return [
      ...connections.flatMap((row) => found('connection', row, connectionSecret(keyring, row).session)),
      ...attempts.flatMap((row) => found('attempt', row, attemptRecord(keyring, row).signIn.session)),
      ...retired.flatMap((row) => {
        const secret = openJson<{ session: TelegramSession }>(keyring, retiredKeyContext(row), row.envelope);
        return found('retired', row, secret.session);
      }),
    ];
  });
}
