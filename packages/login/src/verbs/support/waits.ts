import type { MessageCode, SupportPerson, Wait } from '@botize/contract';
import { timestamp } from '../../machine/to-public.ts';
import type { PersonRecord, StaffAttempt } from '../../ports/support.ts';
import type { Millis } from '../../ports/vault.ts';
import { bucketOf, day, valuesOf } from '../number-limits.ts';
import type { SupportDeps } from './deps.ts';

type WaitDeps = Pick<SupportDeps, 'limits' | 'limitValues' | 'vault' | 'clock'>;
export type LimitId = Exclude<Wait['id'], 'telegram'>;

/** `numbers`: keyed hashes of those that the user has used. */
interface Whose {
  userId: string;
  numbers: string[];
}

/** Every bucket in which the user may be counted, by the limit that a member of staff would name. */
export function bucketsOf({ userId, numbers }: Whose): Record<LimitId, string[]> {
  const named = numbers.map(bucketOf.number);
  return {
    codes_for_user: [bucketOf.sends(userId), bucketOf.emails(userId)],
    codes_for_number: named.map((number) => bucketOf.sendsTo(userId, number)),
    tries: [bucketOf.triesOf(userId), ...named.map(bucketOf.triesFor)],
    number_cooling_down: named,
  };
}

const codes: Record<LimitId, MessageCode> = {
  codes_for_user: 'limit.codes_for_user',
  codes_for_number: 'limit.codes_for_number',
  tries: 'limit.tries_for_number',
  number_cooling_down: 'limit.number_cooling_down',
};

/** Until when a limit of ours refuses, the longest of its buckets. */
async function closedUntil(deps: WaitDeps, id: LimitId, buckets: string[]): Promise<Millis | null> {
  const { limits, clock } = deps;
  const { codesPerUser, codesPerNumber } = valuesOf(deps);
  const max = { codes_for_user: codesPerUser, codes_for_number: codesPerNumber }[id as string];
  let until: Millis | null = null;
  for (const bucket of buckets) {
    const closed =
      max === undefined
        ? await limits?.blockedUntil(bucket, clock.now())
        : (await limits?.look({ bucket, max, windowSeconds: day }, clock.now()))?.closedUntil;
    if (closed) until = Math.max(until ?? 0, closed);
  }
  return until;
}

/** Waits of our own making that the user is in. */
async function ownWaits(deps: WaitDeps, whose: Whose): Promise<Wait[]> {
  const waits: Wait[] = [];
  for (const [id, buckets] of Object.entries(bucketsOf(whose)) as [LimitId, string[]][]) {
    const until = await closedUntil(deps, id, buckets);
    if (until !== null) waits.push({ id, code: codes[id], until: timestamp(until), clearable: true });
  }
  return waits;
}

/** What Telegram wants waited for: nobody here can shorten it. */
function telegramWaits(known: { code: MessageCode | null; retryAt: Millis | null }[], now: Millis): Wait[] {
  return known.flatMap(({ code, retryAt }) =>
    code !== null && code.startsWith('telegram.') && retryAt !== null && retryAt > now
      ? [{ id: 'telegram' as const, code, until: timestamp(retryAt), clearable: false }]
      : [],
  );
}

export async function waitsOf(
  deps: WaitDeps,
  whose: Whose,
  { open, person }: { open: StaffAttempt | null; person: PersonRecord | null },
): Promise<Wait[]> {
  const known = [open, person?.refused ?? null].filter((one) => one !== null);
  return [...telegramWaits(known, deps.clock.now()), ...(await ownWaits(deps, whose))];
}

export async function codesToday(deps: WaitDeps, userId: string): Promise<SupportPerson['codesToday']> {
  const allowed = valuesOf(deps).codesPerUser;
  const rule = { bucket: bucketOf.sends(userId), max: allowed, windowSeconds: day };
  const sent = (await deps.limits?.look(rule, deps.clock.now()))?.used ?? 0;
  return { sent, allowed };
}
