import { RpcError, type RpcResult, type TlObject } from '../rpc.ts';
import type { LoginCode } from '../state/codes.ts';
import type { Call, Methods } from './call.ts';
import { digitsFor, emailPattern } from './deliveries.ts';
import { findPerson, scenarioOf } from './people.ts';
import { objectField, textField } from './request-fields.ts';
import { codeInHand, deliver, sentCode } from './send-code.ts';

/** The purpose names number and hash just as the other requests do themselves. */
function setupCode(call: Call): LoginCode {
  const purpose = objectField(call.request, 'purpose');
  if (purpose?._ !== 'emailVerifyPurposeLoginSetup') throw new RpcError(400, 'EMAIL_NOT_SETUP');
  const code = codeInHand(call, purpose);
  if (code.delivery !== 'email_setup') throw new RpcError(400, 'PHONE_HASH_EXPIRED');
  return code;
}

function sendVerifyEmailCode(call: Call): RpcResult {
  const code = setupCode(call);
  const email = textField(call.request, 'email');
  if (!/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email)) throw new RpcError(400, 'EMAIL_INVALID');
  if (email.endsWith('@not-allowed.example')) throw new RpcError(400, 'EMAIL_NOT_ALLOWED');
  const emailCode = digitsFor(code.phone, 6);
  call.state.codes.change(code.hash, { email, emailCode });
  const text = `Email to ${email}: verify this address.`;
  call.state.messages.add({
    phone: code.phone,
    kind: 'email',
    text,
    code: emailCode,
    codeHash: code.hash,
    at: call.now,
  });
  call.state.changed();
  return { _: 'account.sentEmailCode', email_pattern: emailPattern(email), length: emailCode.length };
}

async function verifyEmail(call: Call): Promise<RpcResult> {
  const code = setupCode(call);
  const verification = objectField(call.request, 'verification');
  const typed = verification ? textField(verification, 'code') : '';
  if (code.email === null || code.emailCode === null) throw new RpcError(400, 'EMAIL_VERIFY_EXPIRED');
  if (typed !== code.emailCode) throw new RpcError(400, 'CODE_INVALID');
  const account = await findPerson(call.state, code.phone);
  if (account) call.state.accounts.save({ ...account, loginEmail: code.email }, call.now);
  const sent = await deliver(call, code.phone, code.chainIndex + 1);
  return { _: 'account.emailVerifiedLogin', email: code.email, sent_code: sent };
}

/** At once, or with a waiting time after which it has to be asked for again. */
async function resetLoginEmail(call: Call): Promise<RpcResult> {
  const code = codeInHand(call, call.request);
  if (code.delivery !== 'email_code') throw new RpcError(400, 'EMAIL_INSTALL_MISSING');
  const seconds = scenarioOf(call.state, code.phone).emailResetSeconds ?? 0;
  const resetAt = code.emailResetAt ?? call.now + 1000 * seconds;
  if (resetAt <= call.now) return await forgetEmail(call, code);
  if (code.emailResetAt !== null) throw new RpcError(400, 'TASK_ALREADY_EXISTS');
  const account = await findPerson(call.state, code.phone);
  const waiting = call.state.codes.change(code.hash, { emailResetAt: resetAt });
  return sentCode(call, waiting, account?.loginEmail ?? null);
}

async function forgetEmail(call: Call, code: LoginCode): Promise<TlObject> {
  const account = await findPerson(call.state, code.phone);
  if (account) call.state.accounts.save({ ...account, loginEmail: null }, call.now);
  return await deliver(call, code.phone, code.chainIndex + 1);
}

export const loginEmailMethods: Methods = {
  'account.sendVerifyEmailCode': { access: 'anyone', run: sendVerifyEmailCode },
  'account.verifyEmail': { access: 'anyone', run: verifyEmail },
  'auth.resetLoginEmail': { access: 'anyone', run: resetLoginEmail },
};
