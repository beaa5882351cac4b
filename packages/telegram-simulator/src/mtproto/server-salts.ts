import { sha256 } from './crypto/hash.ts';

/** Half an hour, as at Telegram. Seconds. */
const period = 1800;

interface KeySalts {
  /** The salt both sides computed in the handshake, good until then. */
  initial: { salt: bigint; until: number } | null;
  /** Raised to make all salts handed out so far invalid. */
  generation: number;
}

export interface FutureSalt {
  validSince: number;
  validUntil: number;
  salt: bigint;
}

/**
 * Salts follow from the auth key and the time, so that they outlive a restart without being stored.
 * All times are in seconds of the server's clock.
 */
export class ServerSalts {
  private readonly keys = new Map<string, KeySalts>();

  private of(authKeyId: string): KeySalts {
    let salts = this.keys.get(authKeyId);
    if (!salts) {
      salts = { initial: null, generation: 0 };
      this.keys.set(authKeyId, salts);
    }
    return salts;
  }

  private derive(authKeyId: string, key: Buffer, index: number): bigint {
    return sha256(key, Buffer.from(`${this.of(authKeyId).generation}:${index}`)).readBigInt64LE(0);
  }

  setInitial(authKeyId: string, salt: bigint, now: number): void {
    this.of(authKeyId).initial = { salt, until: now + period };
  }

  current(authKeyId: string, key: Buffer, now: number): bigint {
    return this.derive(authKeyId, key, Math.floor(now / period));
  }

  /** The salt of the period before is still good. */
  accepts(authKeyId: string, key: Buffer, salt: bigint, now: number): boolean {
    const { initial } = this.of(authKeyId);
    if (initial && initial.salt === salt && now < initial.until) return true;
    const index = Math.floor(now / period);
    return salt === this.derive(authKeyId, key, index) || salt === this.derive(authKeyId, key, index - 1);
  }

  future(authKeyId: string, key: Buffer, now: number, count: number): FutureSalt[] {
    const first = Math.floor(now / period);
    return Array.from({ length: Math.min(Math.max(count, 1), 64) }, (_, ahead) => ({
      validSince: (first + ahead) * period,
      validUntil: (first + ahead + 2) * period,
      salt: this.derive(authKeyId, key, first + ahead),
    }));
  }

  /** No salt known to the client is good any more. */
  rotate(authKeyId: string): void {
    const salts = this.of(authKeyId);
    salts.initial = null;
    salts.generation += 1;
  }

  forget(authKeyId: string): void {
    this.keys.delete(authKeyId);
  }
}
