import { randomBytes } from 'node:crypto';
import type { HostKey, HostStore } from '../../ports/host.ts';
import { type Actor, Refusal } from '../../ports/world.ts';
import type { SignInDeps } from '../deps.ts';

/** All that a verb of the host may touch. */
export interface HostDeps extends SignInDeps {
  host: HostStore;
  /** Origin of our own pages, for links. */
  publicOrigin: string;
  /** Where a visit may lead back to. */
  returnOrigins: readonly string[];
}

/** 144 random bits. */
export const opaqueId = (prefix: string): string => `${prefix}_${randomBytes(18).toString('base64url')}`;

/** 256 random bits: SECRET. */
export const freshSecret = (): string => randomBytes(32).toString('base64url');

/** The host acts on what belongs to its user; the audit names the key. */
export const hostActor = (key: HostKey, userId: string): Actor => ({
  kind: 'host',
  userId,
  staffId: key.id,
  address: null,
});

/** @throws Refusal connection.not_found */
export async function connectionOfHost({ host }: Pick<HostDeps, 'host'>, id: string) {
  const record = await host.connectionOfAnybody(id);
  if (record === null) throw new Refusal('connection.not_found');
  return record;
}
