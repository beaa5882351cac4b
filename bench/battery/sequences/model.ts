import type { LoginAttempt, Step } from '@botize/contract';
import type { Deed, Who } from './deeds.ts';

/** What somebody who knows only the contract expects. Written without a look at the machine. */
export interface Model {
  /** Null: no attempt is open. */
  step: Step | null;
  /** Whose number is in use. */
  who: Who | null;
  /** The address has been given; the code in question proves it. */
  provesEmail: boolean;
  triesLeft: number;
  /** The account that a reconnect has to meet. */
  expected: Who | null;
  /** By account: how often it has been connected. */
  connections: Map<Who, number>;
  /** A code was shown and may have been approved: then any command may end in a connection. */
  scanned: boolean;
}

export const freshModel = (): Model => ({
  step: null,
  who: null,
  provesEmail: false,
  triesLeft: 5,
  expected: null,
  connections: new Map(),
  scanned: false,
});

const ends = (model: Model, who: Who): Step =>
  model.expected !== null && model.expected !== who ? 'confirm_account' : 'connected';

/** The step after an undisturbed deed, or null where the contract leaves it open. */
export function expectedStep(model: Model, deed: Deed): Step | null {
  if (model.scanned) return null;
  const { step, who } = model;
  switch (deed.type) {
    case 'phone':
      if (step !== 'phone') return step;
      return deed.who === 'nobody' ? 'phone' : deed.who === 'mailer' ? 'email' : 'code';
    case 'code':
      if (step !== 'code' || who === null) return step;
      if (!deed.right) return model.triesLeft > 1 ? 'code' : 'phone';
      if (model.provesEmail) return 'code';
      return who === 'careful' ? 'password' : ends(model, who);
    case 'password':
      if (step !== 'password' || who === null) return step;
      if (deed.right) return ends(model, who);
      return model.triesLeft > 1 ? 'password' : 'failed';
    case 'email':
      return step === 'email' ? 'code' : step;
    case 'qr':
      return step === 'code' || step === 'phone' ? 'phone' : step;
    case 'use_phone':
      return step === 'code' || step === 'email' || step === 'password' ? 'phone' : step;
    case 'confirm':
      if (step !== 'confirm_account') return step;
      return deed.decision === 'add' ? 'connected' : 'phone';
    case 'cancel':
      return step === null ? null : 'cancelled';
    case 'resend':
      return step;
    default:
      return null;
  }
}

/** Takes over what has happened, so that the next expectation begins where the attempt really is. */
export function follow(model: Model, deed: Deed, attempt: LoginAttempt | null): void {
  const { state } = attempt ?? { state: null };
  const left = model.step === 'phone' && state?.step !== 'phone';
  if (deed.type === 'phone' && deed.who !== 'nobody' && left) model.who = deed.who;
  if (deed.type === 'both_tabs' && deed.deed === 'phone' && left) model.who = 'plain';
  if (deed.type === 'qr' && state?.step === 'phone' && state.qr !== null) model.scanned = true;
  if (deed.type === 'start') model.scanned = false;
  if (state?.step === 'code' || state?.step === 'password') model.triesLeft = state.triesLeft;
  model.provesEmail = state?.step === 'code' && state.delivery.type === 'email_setup';
  model.step = state === null || isOver(state.step) ? null : state.step;
  if (model.step === null) model.scanned = false;
}

const isOver = (step: Step) => step === 'connected' || step === 'failed' || step === 'cancelled' || step === 'expired';
