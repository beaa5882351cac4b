import type { HostStore } from '../../ports/host.ts';
import type { SupportStore } from '../../ports/support.ts';
import type { AuditEntry } from '../../ports/vault.ts';
import type { Actor } from '../../ports/world.ts';
import type { SignInDeps } from '../deps.ts';
import { auditActor } from '../turn.ts';

/** All that a verb of staff may touch. */
export interface SupportDeps extends SignInDeps {
  support: SupportStore;
  host: Pick<HostStore, 'addLink'>;
  /** Origin of our own pages, for links. */
  publicOrigin: string;
  /** There is a host that is told to send its user in. */
  hasHost: boolean;
  /** In development anybody may be anybody, so a link of a user's may be shown to whoever asks. */
  devLinks: boolean;
}

/** A member of staff. `address`: as the server sees it. */
export interface Staff {
  id: string;
  address: string | null;
}

/** What staff do is written into a chain of their own, whose name no user can have. */
export const staffChain = ({ id }: Pick<Staff, 'id'>): string => `~${id}`;

/** Acts on what is the user's, in nobody's name but their own. */
export const staffActor = (staff: Staff, userId: string): Actor => ({
  kind: 'support',
  userId,
  staffId: staff.id,
  address: staff.address,
});

interface Act {
  userId: string;
  what: 'looked' | 'asked_check' | 'sent_link' | 'ended_attempt' | 'cleared_limit';
  at: number;
  connectionId?: string;
  attemptId?: string;
  detail?: NonNullable<AuditEntry['detail']>;
}

/** One act in both chains: the user can read it in their activity, the operator in that of the member of staff. */
export function entriesOf(staff: Staff, { userId, what, at, detail = {}, ...about }: Act): AuditEntry[] {
  const actor = auditActor(staffActor(staff, userId));
  return [
    { userId, at, actor, action: `support.${what}`, ...about, detail },
    { userId: staffChain(staff), at, actor, action: `staff.${what}`, ...about, detail: { ...detail, user: userId } },
  ];
}

/** Writes an act down, in both chains or in neither, before it is done. */
export const writeDown = ({ vault, clock }: SupportDeps, staff: Staff, act: Omit<Act, 'at'>): Promise<void> =>
  vault.commit(
    null,
    entriesOf(staff, { ...act, at: clock.now() }).map((entry) => ({ type: 'audit', entry })),
  );
