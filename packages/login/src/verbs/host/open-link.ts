import type { ConnectLinkRecord } from '../../ports/host.ts';
import { Refusal } from '../../ports/world.ts';
import type { HostDeps } from './deps.ts';

/** As long as a page goes on trying to reach us before somebody presses the button again. */
const againMs = 120_000;

/**
 * Uses the link up. `nonce` lets the browser that opened it come again where the answer got lost.
 * @throws Refusal link.used, link.expired (an unknown one as well)
 */
export async function openLink(
  { host, clock }: Pick<HostDeps, 'host' | 'clock'>,
  token: string,
  nonce: string | null,
): Promise<ConnectLinkRecord> {
  const opened = await host.openLink(token, { now: clock.now(), nonce, againMs });
  if (opened.kind !== 'opened') throw new Refusal(`link.${opened.kind}`);
  return opened.link;
}
