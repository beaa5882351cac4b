import type { LimitRule, Limits, Millis } from '@botize/login';
import { sql } from 'kysely';
import type { Db } from '../schema.ts';
import type { Parts } from './parts.ts';

async function blockedUntil(db: Db, bucket: string, now: Millis): Promise<Millis | null> {
  const block = db.selectFrom('limit_blocks').select('until').where('bucket', '=', bucket).where('until', '>', now);
  return (await block.executeTakeFirst())?.until ?? null;
}

/** When the rule will allow a use again; null if it does now. */
async function closedUntil(db: Db, rule: LimitRule, now: Millis): Promise<Millis | null> {
  const windowMs = rule.windowSeconds * 1000;
  const uses = await db
    .selectFrom('limit_uses')
    .select('at')
    .where('bucket', '=', rule.bucket)
    .where('at', '>', now - windowMs)
    .orderBy('at', 'desc')
    .limit(Math.max(rule.max, 1))
    .execute();
  const blocked = await blockedUntil(db, rule.bucket, now);
  const oldest = uses.at(-1);
  const full = rule.max < 1 ? now + windowMs : oldest && uses.length >= rule.max ? oldest.at + windowMs : null;
  return full === null && blocked === null ? null : Math.max(full ?? 0, blocked ?? 0);
}

async function used(db: Db, { bucket, windowSeconds }: LimitRule, now: Millis): Promise<number> {
  const uses = db
    .selectFrom('limit_uses')
    .where('bucket', '=', bucket)
    .where('at', '>', now - windowSeconds * 1000);
  const { n } = await uses.select(({ fn }) => fn.countAll<number>().as('n')).executeTakeFirstOrThrow();
  return n;
}

async function countUses(db: Db, rules: LimitRule[], now: Millis): Promise<void> {
  const forgetAt = new Map<string, Millis>();
  for (const { bucket, windowSeconds } of rules) {
    forgetAt.set(bucket, Math.max(forgetAt.get(bucket) ?? 0, now + windowSeconds * 1000));
  }
  for (const [bucket, forget] of forgetAt) {
    await db.insertInto('limit_uses').values({ bucket, at: now, forget_at: forget }).execute();
  }
  await db.deleteFrom('limit_uses').where('forget_at', '<=', now).execute();
  await db.deleteFrom('limit_blocks').where('until', '<=', now).execute();
}

async function takeBack(db: Db, bucket: string, now: Millis): Promise<void> {
  const latest = db.selectFrom('limit_uses').select('id').where('bucket', '=', bucket).where('at', '<=', now);
  const one = latest.orderBy('at', 'desc').orderBy('id', 'desc').limit(1);
  await db.deleteFrom('limit_uses').where('id', '=', one).execute();
}

/** Of several rules that refuse, the one that does so for longest. */
export function limitStore({ store }: Parts): Required<Limits> {
  return {
    take: (rules, now) =>
      store.write(async (db) => {
        let refusal: { rule: LimitRule; retryAt: Millis } | null = null;
        for (const rule of rules) {
          const retryAt = await closedUntil(db, rule, now);
          if (retryAt !== null && retryAt > (refusal?.retryAt ?? 0)) refusal = { rule, retryAt };
        }
        if (refusal) return { ok: false, ...refusal };
        await countUses(db, rules, now);
        return { ok: true };
      }),
    giveBack: (rules, now) =>
      store.write(async (db) => {
        for (const bucket of new Set(rules.map((rule) => rule.bucket))) await takeBack(db, bucket, now);
      }),
    async block(bucket, until) {
      const longer = sql<number>`case when until < ${until} then ${until} else until end`;
      await store.write((db) =>
        db
          .insertInto('limit_blocks')
          .values({ bucket, until })
          .onConflict((conflict) => conflict.column('bucket').doUpdateSet({ until: longer }))
          .execute(),
      );
    },
    blockedUntil: (bucket, now) => store.read((db) => blockedUntil(db, bucket, now)),
    look: (rule, now) =>
      store.read(async (db) => ({ used: await used(db, rule, now), closedUntil: await closedUntil(db, rule, now) })),
    clear: (buckets) =>
      store.write(async (db) => {
        if (buckets.length === 0) return;
        await db.deleteFrom('limit_uses').where('bucket', 'in', buckets).execute();
        await db.deleteFrom('limit_blocks').where('bucket', 'in', buckets).execute();
      }),
  };
}
