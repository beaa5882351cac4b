import type { UseFormReturn } from 'react-hook-form';
import * as z from 'zod/mini';
import { problemOfHash, problemOfId, tidy } from './pair.ts';

const agreed = z.boolean().check(z.refine((value) => value));

/** The form with both values; the sentences about them come from the same rules (pair.ts). The hash is secret. */
export const TypedCredentials = z.object({
  apiId: z.string().check(z.refine((value) => problemOfId(value) === null)),
  apiHash: z.string().check(z.refine((value) => problemOfHash(value) === null)),
  agreed,
});

/** The form of a reconnect: the values lie with the connection. */
export const StoredCredentials = z.object({ apiId: z.string(), apiHash: z.string(), agreed });

export interface CredentialsValues {
  apiId: string;
  apiHash: string;
  agreed: boolean;
}

export type CredentialsFormControl = UseFormReturn<CredentialsValues>;

/** The pair as the contract wants it. */
export const asCredentials = ({ apiId, apiHash }: CredentialsValues) => ({
  apiId: Number(tidy(apiId)),
  apiHash: tidy(apiHash).toLowerCase(),
});
