import type { Completion, RedeemCode } from '@botize/contract';
import type { HostKey } from '../../ports/host.ts';
import { Refusal } from '../../ports/world.ts';
import type { HostDeps } from './deps.ts';

/** @throws Refusal link.code_invalid: unknown, used, too old, of another user, or its connection is gone */
export async function redeemCode(
  { host, clock }: Pick<HostDeps, 'host' | 'clock'>,
  key: HostKey,
  { code, userId }: RedeemCode,
): Promise<Completion> {
  const actor = { kind: 'host' as const, id: key.id };
  const completion = await host.redeem(code, { userId: userId ?? null, now: clock.now(), actor });
  if (completion === null) throw new Refusal('link.code_invalid');
  const { connectionId, outcome } = completion;
  return { userId: completion.userId, connectionId, outcome };
}
