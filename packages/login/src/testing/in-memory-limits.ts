import type { LimitRule, Limits } from '../ports/limits.ts';
import type { Millis } from '../ports/vault.ts';

/** The limits' port without a database. */
export function createInMemoryLimits(): Required<Limits> {
  const uses = new Map<string, Millis[]>();
  const blocks = new Map<string, Millis>();
  const blockedUntil = (bucket: string, now: Millis) => {
    const until = blocks.get(bucket) ?? 0;
    return until > now ? until : null;
  };
  const closedUntil = ({ bucket, max, windowSeconds }: LimitRule, now: Millis): Millis | null => {
    const windowMs = windowSeconds * 1000;
    const recent = (uses.get(bucket) ?? []).filter((at) => at > now - windowMs).slice(-Math.max(max, 1));
    const [oldest] = recent;
    const full = max < 1 ? now + windowMs : oldest !== undefined && recent.length >= max ? oldest + windowMs : null;
    const blocked = blockedUntil(bucket, now);
    return full === null && blocked === null ? null : Math.max(full ?? 0, blocked ?? 0);
  };
  const buckets = (rules: LimitRule[]) => new Set(rules.map(({ bucket }) => bucket));
  return {
    take: async (rules, now) => {
      const [longest] = rules
        .flatMap((rule) => {
          const retryAt = closedUntil(rule, now);
          return retryAt === null ? [] : [{ rule, retryAt }];
        })
        .sort((a, b) => b.retryAt - a.retryAt);
      if (longest !== undefined) return { ok: false, ...longest };
      for (const bucket of buckets(rules)) uses.set(bucket, [...(uses.get(bucket) ?? []), now]);
      return { ok: true };
    },
    giveBack: async (rules) => {
      for (const bucket of buckets(rules)) uses.set(bucket, (uses.get(bucket) ?? []).slice(0, -1));
    },
    block: async (bucket, until) => void blocks.set(bucket, Math.max(until, blocks.get(bucket) ?? 0)),
    blockedUntil: async (bucket, now) => blockedUntil(bucket, now),
    look: async (rule, now) => ({
      used: (uses.get(rule.bucket) ?? []).filter((at) => at > now - rule.windowSeconds * 1000).length,
      closedUntil: closedUntil(rule, now),
    }),
    clear: async (names) => {
      for (const name of names) {
        uses.delete(name);
        blocks.delete(name);
      }
    },
  };
}
