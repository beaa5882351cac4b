import type { Clock } from '@botize/login';
import type { Keyring } from '../crypto/keyring.ts';
import type { Store } from '../sqlite/store.ts';

/** A stored record that doesn't open: lists leave it out and report it, so that it can't stop all the others. */
export interface DamagedRecord {
  table: 'attempts' | 'connections' | 'retired_keys';
  id: string;
  error: Error;
}

/** What every store works with. */
export interface Parts {
  store: Store;
  keyring: Keyring;
  clock: Clock;
  onDamaged: (damaged: DamagedRecord) => void;
}
