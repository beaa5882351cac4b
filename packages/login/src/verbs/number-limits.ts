import type { MessageCode } from '@botize/contract';
import { defaultLimits, type LimitRule } from '../ports/limits.ts';
import type { Millis } from '../ports/vault.ts';
import type { SignInDeps } from './deps.ts';

type LimitDeps = Pick<SignInDeps, 'limits' | 'limitValues' | 'vault' | 'clock'>;

/** Seconds. */
export const day = 86_400;

export const valuesOf = ({ limitValues = defaultLimits }: LimitDeps) => limitValues;

/** The buckets in which things are counted; `number`: the keyed hash of one, or its bucket. */
export const bucketOf = {
  number: (hash: string) => `number:${hash}`,
  sends: (userId: string) => `send:${userId}`,
  sendsTo: (userId: string, number: string) => `send:${userId}:${number}`,
  emails: (userId: string) => `email:${userId}`,
  triesOf: (userId: string) => `tries:user:${userId}`,
  triesFor: (number: string) => `tries:${number}`,
};

export interface HeldBack {
  code: MessageCode;
  retryAt: Millis;
}
/** Leave to ask Telegram for a code. `giveBack`: none was sent after all. */
export type SendLeave = { ok: true; giveBack: () => Promise<void> } | ({ ok: false } & HeldBack);

const numberBucket = ({ vault }: LimitDeps, phone: string) => bucketOf.number(vault.fingerprint('phone', phone));

/** A repetition in the same sign-in has Telegram's own countdown and needs no gap of ours. */
export async function takeSend(
  deps: LimitDeps,
  send: { userId: string; phone: string; again: boolean },
): Promise<SendLeave> {
  const { limits, clock } = deps;
  const none = async () => undefined;
  if (limits === null) return { ok: true, giveBack: none };
  const now = clock.now();
  const number = numberBucket(deps, send.phone);
  const cooling = await limits.blockedUntil(number, now);
  if (cooling !== null) return { ok: false, code: 'limit.number_cooling_down', retryAt: cooling };
  const { codesPerNumber, codesPerUser, secondsBetweenCodes } = valuesOf(deps);
  const perNumber = { bucket: bucketOf.sendsTo(send.userId, number), max: codesPerNumber, windowSeconds: day };
  const perUser = { bucket: bucketOf.sends(send.userId), max: codesPerUser, windowSeconds: day };
  const gap = { bucket: `gap:${number}`, max: 1, windowSeconds: secondsBetweenCodes };
  const rules: LimitRule[] = send.again ? [perNumber, perUser] : [perNumber, perUser, gap];
  const taken = await limits.take(rules, now);
  if (taken.ok) return { ok: true, giveBack: async () => limits.giveBack?.(rules, now) };
  return { ok: false, code: codeOf(taken.rule, gap, perUser), retryAt: taken.retryAt };
}

function codeOf(rule: LimitRule, gap: LimitRule, perUser: LimitRule): MessageCode {
  if (rule.bucket === gap.bucket) return 'limit.number_busy';
  return rule.bucket === perUser.bucket ? 'limit.codes_for_user' : 'limit.codes_for_number';
}

/** Emails with codes are rationed apart from codes to phones. */
export async function takeEmail(deps: LimitDeps, userId: string): Promise<HeldBack | null> {
  if (deps.limits === null) return null;
  const taken = await deps.limits.take(
    [{ bucket: bucketOf.emails(userId), max: valuesOf(deps).codesPerUser, windowSeconds: day }],
    deps.clock.now(),
  );
  return taken.ok ? null : { code: 'limit.codes_for_user', retryAt: taken.retryAt };
}

/** Without a number (after a QR code) the tries count for the user. */
const triesBucket = (deps: LimitDeps, userId: string, phone: string | null) =>
  phone === null ? bucketOf.triesOf(userId) : bucketOf.triesFor(numberBucket(deps, phone));

export async function triesHeldBack(deps: LimitDeps, userId: string, phone: string | null): Promise<HeldBack | null> {
  const until = await deps.limits?.blockedUntil(triesBucket(deps, userId, phone), deps.clock.now());
  return until === undefined || until === null ? null : { code: 'limit.tries_for_number', retryAt: until };
}

/** The last one allowed closes the bucket, so that the next one is refused before Telegram is asked. */
export async function countWrongTry(deps: LimitDeps, userId: string, phone: string | null): Promise<void> {
  if (deps.limits === null) return;
  const bucket = triesBucket(deps, userId, phone);
  const taken = await deps.limits.take(
    [{ bucket, max: valuesOf(deps).triesPerNumber - 1, windowSeconds: day }],
    deps.clock.now(),
  );
  if (!taken.ok) await deps.limits.block(bucket, taken.retryAt);
}

export async function blockNumber(deps: LimitDeps, phone: string, until: Millis): Promise<void> {
  await deps.limits?.block(numberBucket(deps, phone), until);
}
