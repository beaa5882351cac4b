import { type Lease, LeaseLost, type Millis } from '../ports/vault.ts';

/** A lease that has run out is still its holder's until somebody else takes it. */
export function inMemoryLeases() {
  const leases = new Map<string, Lease>();
  let fence = 0;
  const until = (resource: string, now: Millis): Millis | null => {
    const expiresAt = leases.get(resource)?.expiresAt ?? 0;
    return expiresAt > now ? expiresAt : null;
  };
  const mustHold = (lease: Lease): void => {
    if (leases.get(lease.resource)?.fence !== lease.fence) throw new LeaseLost(lease.resource);
  };
  return {
    until,
    mustHold,
    take: (resource: string, now: Millis, expiresAt: Millis): Lease | null => {
      if (until(resource, now) !== null) return null;
      fence += 1;
      const lease = { resource, fence, expiresAt };
      leases.set(resource, lease);
      return { ...lease };
    },
    renew: (lease: Lease, expiresAt: Millis): Lease => {
      mustHold(lease);
      const renewed = { ...lease, expiresAt };
      leases.set(lease.resource, renewed);
      return { ...renewed };
    },
    release: (lease: Lease): void => {
      if (leases.get(lease.resource)?.fence === lease.fence) leases.delete(lease.resource);
    },
  };
}
