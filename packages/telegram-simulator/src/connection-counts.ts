export interface ConnectionCount {
  authKeyId: string;
  /** Open at this moment. */
  now: number;
  /** The most that were ever open at once: real Telegram may kill a key that is used twice. */
  peak: number;
}

export interface ConnectionCounts {
  set(authKeyId: string, connections: number): void;
  list(): ConnectionCount[];
}

/** Kept in memory only: a restart closes every connection. */
export function createConnectionCounts(): ConnectionCounts {
  const counts = new Map<string, ConnectionCount>();
  return {
    set(authKeyId, connections) {
      const peak = Math.max(connections, counts.get(authKeyId)?.peak ?? 0);
      counts.set(authKeyId, { authKeyId, now: connections, peak });
    },
    list: () => [...counts.values()],
  };
}
