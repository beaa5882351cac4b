import type { LoginAttempt } from '@botize/contract';
import type { CallResult, TelegramMethod } from '../../ports/telegram-gateway.ts';
import { password, phone, type Order, type Stage } from '../stage.ts';

type Refused = CallResult<never>;

/** A request of the wizard: how to get there, and the command that makes it. */
export interface Site {
  name: string;
  method: TelegramMethod;
  /** Telegram's name of the request. */
  wire: string;
  /** Brings the attempt to where the request is made. */
  before: (stage: Stage) => Promise<LoginAttempt>;
  order: Order;
  /** Plans the refusal, and whatever else has to be answered on the way there. */
  plan?: (stage: Stage, refused: Refused) => void;
}

const submitPhone: Order = { type: 'submit_phone', phone };
const submitCode: Order = { type: 'submit_code', code: '12345' };
const emailDelivery = {
  type: 'email_code',
  pattern: 'b*',
  length: 6,
  resetAvailableAt: null,
  resetPendingAt: null,
} as const;

const atPhone = (stage: Stage) => stage.start();
const atCode = async (stage: Stage) => stage.send(await stage.start(), submitPhone);
const atEmailCode = (stage: Stage) => {
  stage.addAccount(phone, { delivery: emailDelivery });
  return atCode(stage);
};
const atEmail = (stage: Stage) => {
  stage.addAccount(phone, { needsEmail: true });
  return atCode(stage);
};
const atEmailProof = async (stage: Stage) =>
  stage.send(await atEmail(stage), { type: 'submit_email', email: 'ana@example.com' });
const atPassword = async (stage: Stage) => {
  stage.addAccount(phone, { password });
  return stage.send(await atCode(stage), submitCode);
};
/** The token of the credentials check is too old to be shown. */
const withoutSpareToken = async (stage: Stage) => {
  const attempt = await stage.start();
  stage.clock.advance(29_000);
  return attempt;
};

/** Every request that a command makes on the way to a connection. */
export const sites: Site[] = [
  { name: 'submit_phone', method: 'sendCode', wire: 'auth.sendCode', before: atPhone, order: submitPhone },
  {
    name: 'show_qr',
    method: 'exportLoginToken',
    wire: 'auth.exportLoginToken',
    before: withoutSpareToken,
    order: { type: 'show_qr' },
  },
  {
    name: 'show_qr at the code',
    method: 'exportLoginToken',
    wire: 'auth.exportLoginToken',
    before: atCode,
    order: { type: 'show_qr' },
  },
  {
    name: 'a QR code approved elsewhere',
    method: 'importLoginToken',
    wire: 'auth.importLoginToken',
    before: withoutSpareToken,
    order: { type: 'show_qr' },
    plan: ({ telegram }, refused) => {
      telegram.plan('exportLoginToken', { kind: 'answer', answer: { kind: 'migrate', dcId: 4, token: 'dG9rZW4' } });
      telegram.plan('importLoginToken', refused);
    },
  },
  {
    name: 'resend_code',
    method: 'resendCode',
    wire: 'auth.resendCode',
    before: async (stage) => {
      const attempt = await atCode(stage);
      stage.clock.advance(61_000);
      return attempt;
    },
    order: { type: 'resend_code' },
  },
  { name: 'submit_code', method: 'signIn', wire: 'auth.signIn', before: atCode, order: submitCode },
  { name: 'submit_code from an email', method: 'signIn', wire: 'auth.signIn', before: atEmailCode, order: submitCode },
  {
    name: 'reset_email',
    method: 'resetEmail',
    wire: 'auth.resetLoginEmail',
    before: atEmailCode,
    order: { type: 'reset_email' },
  },
  {
    name: 'submit_email',
    method: 'sendEmailCode',
    wire: 'account.sendVerifyEmailCode',
    before: atEmail,
    order: { type: 'submit_email', email: 'ana@example.com' },
  },
  {
    name: 'the proof of a new email',
    method: 'verifyEmail',
    wire: 'account.verifyEmail',
    before: atEmailProof,
    order: { type: 'submit_code', code: '555555' },
  },
  {
    name: 'submit_password',
    method: 'checkPassword',
    wire: 'auth.checkPassword',
    before: atPassword,
    order: { type: 'submit_password', password },
  },
];
