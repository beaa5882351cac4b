import type { Failure } from '../api/problem.ts';
import { useLaterCopy } from '../copy/copy-context.tsx';
import type { LaterCatalogue } from '../copy/en-later.ts';

/** What the server says about one field of the command just sent, as a sentence; null when it says nothing. */
export function useRefusedField(failure: Failure | null, field: keyof LaterCatalogue['laterFields']): string | null {
  const { laterFields } = useLaterCopy();
  const error = failure?.errors.find(({ pointer }) => pointer === `/${field}`);
  return error === undefined ? null : laterFields[field][error.code];
}
