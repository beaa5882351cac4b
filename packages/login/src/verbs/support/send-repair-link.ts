import type { RepairLinkSent } from '@botize/contract';
import { Refusal } from '../../ports/world.ts';
import { freshSecret, opaqueId } from '../host/deps.ts';
import { type Staff, type SupportDeps, writeDown } from './deps.ts';
import { mustBeKnown } from './see-person.ts';

const linkMs = 300_000;

interface Input {
  reason: string;
  connectionId?: string | undefined;
}

/**
 * Asks the host to send its user in again, by its own means: whoever holds a link is the user, so staff never get one.
 * Only in development, where anybody may be anybody, there is one to be shown.
 * @throws Refusal support.person_not_found, connection.not_found, link.no_host
 */
export async function sendRepairLink(
  deps: SupportDeps,
  staff: Staff,
  userId: string,
  { reason, connectionId }: Input,
): Promise<RepairLinkSent> {
  await mustBeKnown(deps, userId);
  if (connectionId !== undefined && (await deps.vault.connection(userId, connectionId)) === null)
    throw new Refusal('connection.not_found');
  if (!deps.hasHost && !deps.devLinks) throw new Refusal('link.no_host');
  const to = deps.hasHost ? ('host' as const) : ('nobody' as const);
  const about = connectionId === undefined ? {} : { connectionId };
  await writeDown(deps, staff, { userId, what: 'sent_link', ...about, detail: { why: reason, to } });
  return { sentTo: to, url: to === 'host' ? null : await ownLink(deps, userId, connectionId ?? null) };
}

async function ownLink(deps: SupportDeps, userId: string, connectionId: string | null): Promise<string> {
  const { support, host, clock, publicOrigin } = deps;
  const person = await support.person(userId);
  const createdAt = clock.now();
  const token = freshSecret();
  const link = {
    id: opaqueId('lnk'),
    userId,
    userLabel: person?.label ?? userId,
    role: 'user' as const,
    staff: null,
    connectionId,
    returnUrl: null,
    locale: person?.locale ?? null,
    createdAt,
    expiresAt: createdAt + linkMs,
  };
  await host.addLink(link, token);
  return `${publicOrigin}/connect#t=${token}`;
}
