/** Milliseconds the server is ahead of this device; countdowns follow the server. */
let ahead = 0;

/** A `Date` header has whole seconds and travels for a while: smaller differences are noise. */
const NOISE_MS = 2_000;

/** Learns the server's time from the `Date` header of an answer. */
export function learnServerTime(dateHeader: string | null): void {
  const server = dateHeader === null ? Number.NaN : Date.parse(dateHeader);
  if (Number.isNaN(server)) return;
  const difference = server - Date.now();
  ahead = Math.abs(difference) < NOISE_MS ? 0 : difference;
}

/** Now in milliseconds, by the server's clock. */
export const serverNow = (): number => Date.now() + ahead;
