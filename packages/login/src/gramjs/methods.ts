import { Api } from 'telegram';
import type { TelegramCalls, TelegramMethod } from '../ports/telegram-gateway.ts';
import { toAccount, toSignedIn } from './answers/account.ts';
import { toLoginTokenAnswer } from './answers/login-token.ts';
import { readUnknownSentCode, toEmailVerified, toSendCodeAnswer } from './answers/sent-code.ts';
import { UnexpectedAnswer } from './answers/unexpected-answer.ts';
import type { Conversation } from './conversation.ts';
import { checkPassword } from './password.ts';
import { token, text } from './request-fields.ts';

type Methods = {
  [M in TelegramMethod]: (talk: Conversation, args: TelegramCalls[M]['args']) => Promise<TelegramCalls[M]['answer']>;
};

type CodeRequest = { phone: string; phoneCodeHash: string };
const numberFields = (args: CodeRequest) => ({
  phoneNumber: text(args.phone),
  phoneCodeHash: text(args.phoneCodeHash),
});
const emailSetUp = (args: CodeRequest) => new Api.EmailVerifyPurposeLoginSetup(numberFields(args));
const emailCode = (code: string) => new Api.EmailVerificationCode({ code: text(code) });

const sentCode = async (
  talk: Conversation,
  request: Api.auth.SendCode | Api.auth.ResendCode | Api.auth.ResetLoginEmail,
) => {
  try {
    return toSendCodeAnswer(await talk.ask(request), talk.times());
  } catch (error) {
    return readUnknownSentCode(error);
  }
};

/** Each request of the port as raw requests of GramJS. No retry, no migration, no sleeping here. */
export const methods: Methods = {
  exportLoginToken: async (talk) => {
    const request = new Api.auth.ExportLoginToken({ ...talk.credentials, exceptIds: [] });
    return toLoginTokenAnswer(await talk.ask(request), talk.times());
  },
  importLoginToken: async (talk, args) => {
    const request = new Api.auth.ImportLoginToken({ token: token(args.token) });
    return toLoginTokenAnswer(await talk.ask(request), talk.times());
  },
  nearestCountry: async (talk) => {
    const { country } = await talk.ask(new Api.help.GetNearestDc());
    return { country: /^[A-Z]{2}$/.test(country) ? country : null };
  },
  sendCode: (talk, args) => {
    const settings = new Api.CodeSettings({});
    const request = { phoneNumber: text(args.phone), ...talk.credentials, settings };
    return sentCode(talk, new Api.auth.SendCode(request));
  },
  resendCode: (talk, args) => sentCode(talk, new Api.auth.ResendCode(numberFields(args))),
  cancelCode: async (talk, args) => {
    await talk.ask(new Api.auth.CancelCode(numberFields(args)));
    return { kind: 'done' };
  },
  signIn: async (talk, args) => {
    const code = args.by === 'email' ? { emailVerification: emailCode(args.code) } : { phoneCode: text(args.code) };
    return toSignedIn(await talk.ask(new Api.auth.SignIn({ ...numberFields(args), ...code })));
  },
  sendEmailCode: async (talk, args) => {
    const request = new Api.account.SendVerifyEmailCode({ purpose: emailSetUp(args), email: text(args.email) });
    const { emailPattern, length } = await talk.ask(request);
    return { kind: 'email_code_sent', pattern: emailPattern, length };
  },
  verifyEmail: async (talk, args) => {
    const request = { purpose: emailSetUp(args), verification: emailCode(args.code) };
    return toEmailVerified(await talk.ask(new Api.account.VerifyEmail(request)), talk.times());
  },
  resetEmail: (talk, args) => sentCode(talk, new Api.auth.ResetLoginEmail(numberFields(args))),
  passwordHint: async (talk) => {
    const { hint } = await talk.ask(new Api.account.GetPassword());
    return { hint: hint ?? null };
  },
  checkPassword: (talk, args) => checkPassword(talk, text(args.password)),
  getSelf: async (talk) => {
    const users = await talk.ask(new Api.users.GetUsers({ id: [new Api.InputUserSelf()] }));
    if (!Array.isArray(users)) throw new UnexpectedAnswer();
    return { account: toAccount(users[0]) };
  },
  logOut: async (talk) => {
    await talk.ask(new Api.auth.LogOut());
    return { kind: 'done' };
  },
};
