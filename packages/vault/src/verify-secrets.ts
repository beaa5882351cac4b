import { openEnvelope } from './crypto/envelope.ts';
import { EnvelopeError } from './errors.ts';
import { partsOfVault, type SqliteVault } from './open-vault.ts';
import { sealedRecordsAfter } from './rotation.ts';
import { noteRefused } from './stores/open-record.ts';
import type { DamagedRecord } from './stores/parts.ts';

export interface SecretsVerdict {
  opened: number;
  damaged: DamagedRecord[];
}

const batch = 100;

/** Opens every envelope and forgets what was in it. What doesn't open is audited. */
export async function verifySecrets(vault: SqliteVault): Promise<SecretsVerdict> {
  const parts = partsOfVault(vault);
  const verdict: SecretsVerdict = { opened: 0, damaged: [] };
  for (const table of ['attempts', 'connections', 'retired_keys'] as const) {
    for (let last: string | undefined = ''; last !== undefined;) {
      const from: { id: string; limit: number } = { id: last, limit: batch };
      last = await parts.store.write(async (db): Promise<string | undefined> => {
        const rows = await sealedRecordsAfter(db, table, from);
        for (const row of rows) {
          try {
            openEnvelope(parts.keyring, row.context, row.envelope).fill(0);
            verdict.opened += 1;
          } catch (error) {
            if (!(error instanceof EnvelopeError)) throw error;
            await noteRefused(parts, db, { table, row, error });
            verdict.damaged.push({ table, id: row.id, error });
          }
        }
        return rows.at(-1)?.id;
      });
    }
  }
  return verdict;
}
