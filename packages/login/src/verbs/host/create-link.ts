import type { ConnectLink, CreateConnectLink } from '@botize/contract';
import type { ConnectLinkRecord, HostKey } from '../../ports/host.ts';
import { Refusal } from '../../ports/world.ts';
import { auditActor } from '../turn.ts';
import { freshSecret, hostActor, opaqueId, type HostDeps } from './deps.ts';

const defaultSeconds = 300;

/**
 * Makes a single-use link for one user. Its token is in the fragment, which no log and no preview sees.
 * @throws Refusal link.return_url, connection.not_found
 */
export async function createLink(deps: HostDeps, key: HostKey, input: CreateConnectLink): Promise<ConnectLink> {
  const { vault, host, clock, publicOrigin } = deps;
  const link = await linkOf(deps, input);
  const entry = {
    userId: link.userId,
    at: clock.now(),
    actor: auditActor(hostActor(key, link.userId)),
    action: 'link.created' as const,
    ...(link.connectionId === null ? {} : { connectionId: link.connectionId }),
    detail: { link: link.id, role: link.role, staff: link.staff?.id ?? null },
  };
  await vault.commit(null, [{ type: 'audit', entry }]);
  const token = freshSecret();
  await host.addLink(link, token);
  const page = link.role === 'support' ? '/support' : '/connect';
  const url = `${publicOrigin}${page}#t=${token}`;
  return { id: link.id, url, expiresAt: new Date(link.expiresAt).toISOString() };
}

async function linkOf(deps: HostDeps, input: CreateConnectLink): Promise<ConnectLinkRecord> {
  const { userId, userLabel, connectionId = null, returnUrl = null, locale = null, role = 'user' } = input;
  if (returnUrl !== null && !mayReturnTo(deps, returnUrl)) throw new Refusal('link.return_url');
  if (connectionId !== null && (await deps.vault.connection(userId, connectionId)) === null) {
    throw new Refusal('connection.not_found');
  }
  const createdAt = deps.clock.now();
  const expiresAt = createdAt + (input.expiresInSeconds ?? defaultSeconds) * 1000;
  const id = opaqueId('lnk');
  const staff = input.staff ?? null;
  return { id, userId, userLabel, role, staff, connectionId, returnUrl, locale, createdAt, expiresAt };
}

/** Only whole origins are compared: a prefix of an address proves nothing. */
function mayReturnTo({ returnOrigins }: HostDeps, address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return url.username === '' && url.password === '' && returnOrigins.includes(url.origin);
}
