export type StorageFailure = 'full' | 'busy' | 'io' | 'read_only' | 'damaged' | 'conflict' | 'unavailable' | 'other';

/** The database could not do it; nothing of the call has happened. The message holds no stored value. */
export class StorageError extends Error {
  readonly kind: StorageFailure;
  constructor(kind: StorageFailure, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StorageError';
    this.kind = kind;
  }
}

export type EnvelopeFailure = 'unknown_version' | 'unknown_key' | 'malformed' | 'not_authentic';

/** A stored secret does not open: it was changed, moved, or sealed under a key that we don't have. */
export class EnvelopeError extends Error {
  readonly reason: EnvelopeFailure;
  constructor(reason: EnvelopeFailure, message: string) {
    super(message);
    this.name = 'EnvelopeError';
    this.reason = reason;
  }
}

/** The keyring is missing, readable by others, malformed, or not the one that the database was written with. */
export class KeyringError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'KeyringError';
  }
}

/** The database was written by a newer version of this program. */
export class SchemaTooNew extends Error {
  constructor(found: number, known: number) {
    super(`the database has schema version ${found}, this program knows only up to ${known}: use a newer version`);
    this.name = 'SchemaTooNew';
  }
}
