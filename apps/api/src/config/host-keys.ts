import { createHash, timingSafeEqual } from 'node:crypto';
import { HostScope } from '@botize/contract';
import type { HostKey, HostStore } from '@botize/login';
import type { PlatformConfig } from './read-config.ts';

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Looks a key up: the one of the configuration, which may do everything, or one of those in the store. */
export const hostKeysOf = ({ apiKey }: Pick<PlatformConfig, 'apiKey'>, store: Pick<HostStore, 'keyOf'>) => {
  const first = apiKey === null ? null : digest(apiKey);
  const known: HostKey = { id: 'HOST_API_KEY', name: 'HOST_API_KEY', scopes: [...HostScope.options] };
  return async (key: string): Promise<HostKey | null> =>
    first !== null && timingSafeEqual(first, digest(key)) ? known : store.keyOf(key);
};
