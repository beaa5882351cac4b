import type { Limits, LimitValues } from '../ports/limits.ts';
import type { TelegramGateway } from '../ports/telegram-gateway.ts';
import type { Millis, Vault } from '../ports/vault.ts';
import type { AttemptFeed, Clock, EventLog, Ids } from '../ports/world.ts';

/** All that a verb may touch. `compose.ts` builds it once. */
export interface SignInDeps {
  gateway: TelegramGateway;
  vault: Vault;
  /** Null switches every limit of our own off (`LIMITS=off`). */
  limits: Limits | null;
  /** What the operator has set, where it isn't what we propose. */
  limitValues?: LimitValues;
  clock: Clock;
  ids: Ids;
  feed: AttemptFeed;
  log: EventLog;
  /** An attempt ends this long after its last accepted command. */
  attemptTtlSeconds: number;
  /** What a user has to have agreed to, as `/api/meta` tells it. */
  consentVersion: string;
  /** Deadline of one request to Telegram; the gateway keeps it, and a whole command takes little more. */
  deadlineMs: Millis;
}

/**
 * For the probe and the clean-up after a request that took its whole deadline. A worker that is busy may take a second
 * to put a client down, twice in one command: five seconds in all, and with a deadline of 20 s an answer within 25 s.
 */
const commandGraceMs = 3_000;

/** The time that everything done for one request of the user may take together. */
const wholeDeadlineMs = ({ deadlineMs }: Pick<SignInDeps, 'deadlineMs'>): number => deadlineMs + commandGraceMs;

export const withinDeadline = (deps: Pick<SignInDeps, 'deadlineMs'>): AbortSignal =>
  AbortSignal.timeout(wholeDeadlineMs(deps));
