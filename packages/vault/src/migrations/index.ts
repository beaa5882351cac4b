import type { Db } from '../schema.ts';
import { first } from './001-first.ts';
import { host } from './002-host.ts';
import { windowCounts } from './003-window-counts.ts';
import { linkNonces } from './004-link-nonces.ts';
import { support } from './005-support.ts';

/** In order; the place in the list is the version. What was released is never changed, only followed by another. */
export const migrations: readonly ((db: Db) => Promise<void>)[] = [first, host, windowCounts, linkNonces, support];
