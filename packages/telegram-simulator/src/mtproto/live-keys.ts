import type { TlObject } from '../rpc.ts';

/** A connection as the updates and the end of its auth key see it. */
export interface LiveLink {
  push(updates: TlObject): void;
  reset(): void;
}

/** Which connections use which auth key, over all data centres; and the keys that are dead. */
export class LiveKeys {
  private readonly links = new Map<string, Set<LiveLink>>();
  private readonly dropped = new Set<string>();
  private readonly onCount: (authKeyId: string, connections: number) => void;

  constructor(onCount: (authKeyId: string, connections: number) => void) {
    this.onCount = onCount;
  }

  join(authKeyId: string, link: LiveLink): void {
    const links = this.links.get(authKeyId) ?? new Set();
    this.links.set(authKeyId, links);
    if (links.has(link)) return;
    links.add(link);
    this.onCount(authKeyId, links.size);
  }

  leave(authKeyId: string, link: LiveLink): void {
    const links = this.links.get(authKeyId);
    if (!links?.delete(link)) return;
    if (links.size === 0) this.links.delete(authKeyId);
    this.onCount(authKeyId, links.size);
  }

  count(authKeyId: string): number {
    return this.links.get(authKeyId)?.size ?? 0;
  }

  push(authKeyId: string, updates: TlObject): void {
    for (const link of [...(this.links.get(authKeyId) ?? [])]) link.push(updates);
  }

  isDropped(authKeyId: string): boolean {
    return this.dropped.has(authKeyId);
  }

  /** The key is dead from now on; what is being answered still is. */
  retire(authKeyId: string): void {
    this.dropped.add(authKeyId);
  }

  drop(authKeyId: string): void {
    this.retire(authKeyId);
    for (const link of [...(this.links.get(authKeyId) ?? [])]) link.reset();
  }
}
