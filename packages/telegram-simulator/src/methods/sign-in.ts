import { RpcError, type RpcResult } from '../rpc.ts';
import type { LoginCode } from '../state/codes.ts';
import type { Call, Methods } from './call.ts';
import { findPerson, scenarioOf } from './people.ts';
import { objectField, textField } from './request-fields.ts';
import { codeInHand } from './send-code.ts';
import { signInUser } from './sign-in-user.ts';

/** After so many wrong tries a code is good no more. */
const triesPerCode = 20;

async function signIn(call: Call): Promise<RpcResult> {
  const code = codeInHand(call, call.request);
  const typed = typedCode(call, code);
  if (typed === '') throw new RpcError(400, 'PHONE_CODE_EMPTY');
  const scenario = scenarioOf(call.state, code.phone);
  if (scenario.noCodeIsRight || !isSame(typed, code)) refuse(call, code);
  const account = await findPerson(call.state, code.phone);
  if (!account && scenario.nobody === 'unoccupied') throw new RpcError(400, 'PHONE_NUMBER_UNOCCUPIED');
  if (!account) return { _: 'auth.authorizationSignUpRequired' };
  call.state.codes.change(code.hash, { status: 'used' });
  return signInUser(call, account);
}

/** A code that came by email is only taken as `email_verification`, any other only as `phone_code`. */
function typedCode(call: Call, code: LoginCode): string {
  const verification = objectField(call.request, 'email_verification');
  const byEmail = code.delivery === 'email_code';
  if (byEmail !== (verification !== null)) throw new RpcError(400, 'PHONE_CODE_INVALID');
  return verification ? textField(verification, 'code') : textField(call.request, 'phone_code');
}

function isSame(typed: string, code: LoginCode): boolean {
  const folded = typed.trim().toLowerCase().replaceAll(/\s+/g, ' ');
  return code.code !== '' && folded === code.code;
}

function refuse(call: Call, code: LoginCode): never {
  const tries = code.tries + 1;
  call.state.codes.change(code.hash, { tries, status: tries < triesPerCode ? 'live' : 'expired' });
  throw new RpcError(400, 'PHONE_CODE_INVALID');
}

export const signInMethods: Methods = {
  'auth.signIn': { access: 'anyone', run: signIn },
};
