import type { ConnectLinkRecord } from '../../ports/host.ts';
import { Refusal } from '../../ports/world.ts';
import type { HostDeps } from './deps.ts';

/** Uses the link up. @throws Refusal link.used, link.expired (an unknown one as well) */
export async function openLink(
  { host, clock }: Pick<HostDeps, 'host' | 'clock'>,
  token: string,
): Promise<ConnectLinkRecord> {
  const opened = await host.openLink(token, clock.now());
  if (opened.kind !== 'opened') throw new Refusal(`link.${opened.kind}`);
  return opened.link;
}
