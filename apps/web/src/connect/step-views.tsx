import type { Step } from '@botize/contract';
import { lazy, type FC } from 'react';
import { LaterCopy } from '../copy/copy-context.tsx';
import { Loading } from '../ui/loading.tsx';
import type { StepProps } from './step-props.ts';

/** The pages after the credentials come in one file, fetched while somebody looks for the credentials. */
const load = () => import('./later-steps.ts');
export const preloadSteps = (): void => void load().catch(() => {});

/** One page for each step: a step without a page fails the type check. */
export const stepViews = {
  phone: lazy(async () => ({ default: (await load()).PhoneStep })),
  code: lazy(async () => ({ default: (await load()).CodeStep })),
  email: lazy(async () => ({ default: (await load()).EmailStep })),
  password: lazy(async () => ({ default: (await load()).PasswordStep })),
  confirm_account: lazy(async () => ({ default: (await load()).ConfirmAccountStep })),
  connected: lazy(async () => ({ default: (await load()).ConnectedStep })),
  failed: lazy(async () => ({ default: (await load()).FailedStep })),
  cancelled: lazy(async () => ({ default: (await load()).CancelledStep })),
  expired: lazy(async () => ({ default: (await load()).ExpiredStep })),
} satisfies { [S in Step]: FC<StepProps<S>> };

/** Parts of the first step that most people never see. */
export const CredentialsFailure = lazy(async () => ({ default: (await load()).CredentialsFailure }));
export const StoredPair = lazy(async () => ({ default: (await load()).StoredPair }));
export const FailureNotice = lazy(async () => ({ default: (await load()).FailureNotice }));

/** Draws the page of the attempt's step. The table pairs each step with its own state; the compiler can't follow that. */
export function StepView(props: StepProps<Step>) {
  const View = stepViews[props.state.step] as FC<StepProps<Step>>;
  return (
    <LaterCopy fallback={<Loading />}>
      <View {...props} />
    </LaterCopy>
  );
}
