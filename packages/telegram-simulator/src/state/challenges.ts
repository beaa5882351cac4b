import { randomBytes } from 'node:crypto';
import type { Db } from './database.ts';
import type { SrpChallenge } from './srp.ts';

/** An SRP exchange that is under way; good for one try. `verifier` tells whether the password changed since. */
export interface StoredChallenge extends SrpChallenge {
  /** Decimal text of a signed long: the `srp_id`. */
  id: string;
  authKeyId: string;
  phone: string;
  verifier: Buffer;
}

export interface Challenges {
  save(challenge: Omit<StoredChallenge, 'id'>): StoredChallenge;
  /** Finds it and uses it up. */
  take(id: string, authKeyId: string): StoredChallenge | null;
}

export function createChallenges(db: Db): Challenges {
  const forget = db.prepare('DELETE FROM srp_challenges WHERE authKeyId = ?');
  const save = db.prepare(
    'INSERT INTO srp_challenges VALUES (@id, @authKeyId, @phone, @verifier, @secret, @publicValue)',
  );
  const take = db.prepare<[string, string], StoredChallenge>(
    'DELETE FROM srp_challenges WHERE id = ? AND authKeyId = ? RETURNING *',
  );
  return {
    save(fields) {
      const challenge = { ...fields, id: randomBytes(8).readBigInt64LE().toString() };
      forget.run(fields.authKeyId);
      save.run(challenge);
      return challenge;
    },
    take: (id, authKeyId) => take.get(id, authKeyId) ?? null,
  };
}
