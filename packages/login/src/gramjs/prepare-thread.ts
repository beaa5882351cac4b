import { useFastMath } from './fast-math.ts';
import type { Network } from './network.ts';
import { trustOnly } from './trusted-keys.ts';
import { passErrorsAsTheyCame } from './wire-error.ts';

/** Sets up GramJS in this thread, once, before the first client. */
export function prepareThread(network: Network): void {
  useFastMath();
  passErrorsAsTheyCame();
  trustOnly(network.publicKeys);
}
