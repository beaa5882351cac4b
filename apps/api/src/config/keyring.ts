import { existsSync } from 'node:fs';
import { createKeyring, loadKeyring } from '@botize/vault';
import type { Config } from './read-config.ts';

/** The secrets that everything at rest hangs on. Made only in development, and only if there is no file. */
export const openKeyring = ({ keyringFile, makeKeyring }: Pick<Config, 'keyringFile' | 'makeKeyring'>) =>
  makeKeyring && !existsSync(keyringFile) ? createKeyring(keyringFile) : loadKeyring(keyringFile);
