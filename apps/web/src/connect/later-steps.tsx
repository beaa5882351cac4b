import type { Step } from '@botize/contract';
import type { FC } from 'react';
import { CancelledStep } from './steps/cancelled-step.tsx';
import { CodeStep } from './code/code-step.tsx';
import { ConfirmAccountStep } from './steps/confirm-account-step.tsx';
import { ConnectedStep } from './steps/connected-step.tsx';
import { EmailStep } from './steps/email-step.tsx';
import { ExpiredStep } from './steps/expired-step.tsx';
import { FailedStep } from './steps/failed-step.tsx';
import { PasswordStep } from './steps/password-step.tsx';
import { PhoneStep } from './phone/phone-step.tsx';
import type { StepProps } from './step-props.ts';
import './phone/phone.css';
import './phone/qr.css';
import './phone/flood.css';
import './code/code.css';
import './drawings/drawings.css';
import './drawings/drawn-screen.css';
import './steps/steps.css';

export { CredentialsFailure } from './credentials/credentials-failure.tsx';
export { StoredPair } from './credentials/stored-pair.tsx';
export { FailureNotice } from './failure-notice.tsx';

/** One page for each step: a step without a page fails the type check. */
const stepViews = {
  phone: PhoneStep,
  code: CodeStep,
  email: EmailStep,
  password: PasswordStep,
  confirm_account: ConfirmAccountStep,
  connected: ConnectedStep,
  failed: FailedStep,
  cancelled: CancelledStep,
  expired: ExpiredStep,
} satisfies { [S in Step]: FC<StepProps<S>> };

/** Draws the page of the attempt's step. The table pairs each step with its own state; the compiler can't follow that. */
export function LaterStep(props: StepProps<Step>) {
  const View = stepViews[props.state.step] as FC<StepProps<Step>>;
  return <View {...props} />;
}
