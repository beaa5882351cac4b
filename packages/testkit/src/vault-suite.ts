import type { Clock, Limits, Vault } from '@botize/login';
import { describe } from 'vitest';
import { attemptTests } from './vault-suite/attempts.ts';
import { auditTests } from './vault-suite/audit.ts';
import { commitTests } from './vault-suite/commit.ts';
import { connectionTests } from './vault-suite/connections.ts';
import { erasureTests } from './vault-suite/erasures.ts';
import type { OpenForTest } from './vault-suite/harness.ts';
import { leaseTests } from './vault-suite/leases.ts';
import { limitTests } from './vault-suite/limits.ts';

export type VaultUnderTest = Vault & Limits & { close?(): Promise<void> };

/**
 * What every implementation of the vault and of the limits must do. `makeVault` opens an empty one that reads this
 * clock; the suite closes it.
 */
export function vaultSuite(name: string, makeVault: (options: { clock: Clock }) => Promise<VaultUnderTest>): void {
  const open: OpenForTest = async (clock) => makeVault({ clock });
  describe(name, () => {
    attemptTests(open);
    connectionTests(open);
    commitTests(open);
    leaseTests(open);
    auditTests(open);
    erasureTests(open);
    limitTests(open);
  });
}
