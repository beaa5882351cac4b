import './phone/phone.css';
import './code/code.css';
import './drawings/drawings.css';
import './steps/steps.css';

export { CodeStep } from './code/code-step.tsx';
export { PhoneStep } from './phone/phone-step.tsx';
export { CancelledStep } from './steps/cancelled-step.tsx';
export { ConfirmAccountStep } from './steps/confirm-account-step.tsx';
export { ConnectedStep } from './steps/connected-step.tsx';
export { EmailStep } from './steps/email-step.tsx';
export { ExpiredStep } from './steps/expired-step.tsx';
export { FailedStep } from './steps/failed-step.tsx';
export { PasswordStep } from './steps/password-step.tsx';
