import type { UseFormReturn } from 'react-hook-form';
import { tidy } from './pair.ts';

/** The hash is secret. */
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
