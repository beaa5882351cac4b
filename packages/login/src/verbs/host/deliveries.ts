import type { DeliveryList } from '@botize/contract';
import { Refusal } from '../../ports/world.ts';
import type { HostDeps } from './deps.ts';

const pageSize = 50;

/** Newest first; the cursor is a place in the log. */
export async function hostDeliveries(
  { host }: Pick<HostDeps, 'host'>,
  { connectionId, cursor }: { connectionId?: string | undefined; cursor?: string | undefined },
): Promise<DeliveryList> {
  const before = cursor === undefined ? null : Number.parseInt(cursor, 36) || 0;
  const { items, next } = await host.deliveries({ connectionId, before, limit: pageSize });
  return { items, nextCursor: next === null ? null : next.toString(36) };
}

/** @throws Refusal request.not_found */
export async function replayDelivery({ host, clock }: Pick<HostDeps, 'host' | 'clock'>, id: string): Promise<void> {
  if (!(await host.replay(id, clock.now()))) throw new Refusal('request.not_found');
}
