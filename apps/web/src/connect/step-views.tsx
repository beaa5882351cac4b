import type { Step } from '@botize/contract';
import { lazy } from 'react';
import { LaterCopy } from '../copy/copy-context.tsx';
import { Loading } from '../ui/loading.tsx';
import type { StepProps } from './step-props.ts';

/** The pages after the credentials come in one file, fetched while somebody looks for the credentials. */
const load = () => import('./later-steps.tsx');
export const preloadSteps = (): void => void Promise.all([load(), import('../api/schemas.ts')]).catch(() => {});

const LaterStep = lazy(async () => ({ default: (await load()).LaterStep }));

/** Parts of the first step that most people never see. */
export const CredentialsFailure = lazy(async () => ({ default: (await load()).CredentialsFailure }));
export const StoredPair = lazy(async () => ({ default: (await load()).StoredPair }));
export const FailureNotice = lazy(async () => ({ default: (await load()).FailureNotice }));

/** Draws the page of the attempt's step, once it and its sentences are here. */
export function StepView(props: StepProps<Step>) {
  return (
    <LaterCopy fallback={<Loading />}>
      <LaterStep {...props} />
    </LaterCopy>
  );
}
