import { RpcError, type RpcResult, type TlObject } from '../rpc.ts';
import type { DeliveryKind } from '../scenario.ts';
import { isNoTestNumber } from '../scenarios.ts';
import type { Account } from '../state/accounts.ts';
import type { LoginCode } from '../state/codes.ts';
import { serviceTime, type Call, type Methods } from './call.ts';
import { checkCredentials } from './credentials.ts';
import { chainOf, makeCode, nextCodeType, phoneMessage, sentCodeType } from './deliveries.ts';
import { findPerson, scenarioOf } from './people.ts';
import { phoneField, textField } from './request-fields.ts';
import { signInUser } from './sign-in-user.ts';

/** From this layer on clients understand `auth.sentCodePaymentRequired`. */
const paymentLayer = 227;

/** Sends the code of this place in the number's chain of deliveries: onto the phone, and as an answer. */
export async function deliver(call: Call, phone: string, chainIndex: number): Promise<TlObject> {
  const { state, now } = call;
  const scenario = scenarioOf(state, phone);
  const chain = chainOf(scenario);
  const delivery = chain[chainIndex] as DeliveryKind;
  const account = await findPerson(state, phone);
  const hasNext = nextCodeType(chain, chainIndex) !== null;
  const code = state.codes.send({
    phone,
    authKeyId: call.context.authKeyId,
    code: makeCode(delivery, phone, scenario),
    chainIndex,
    delivery,
    sentAt: now,
    expiresAt: now + 1000 * (scenario.codeSeconds ?? state.settings.read().codeSeconds),
    nextAt: hasNext ? now + 1000 * (scenario.nextAfterSeconds ?? 60) : null,
  });
  putOnPhone(call, code, account);
  state.changed();
  return sentCode(call, code, account?.loginEmail ?? null);
}

function putOnPhone({ state, now }: Call, code: LoginCode, account: Account | null): void {
  const message = phoneMessage(code.delivery as DeliveryKind, account?.loginEmail ?? null);
  if (message) state.messages.add({ ...message, phone: code.phone, code: code.code, codeHash: code.hash, at: now });
}

/** The `auth.sentCode` that stands for this code. */
export function sentCode(call: Call, code: LoginCode, email: string | null): TlObject {
  const scenario = scenarioOf(call.state, code.phone);
  const next = nextCodeType(chainOf(scenario), code.chainIndex);
  const emailResetDate = code.emailResetAt === null ? null : serviceTime(call, code.emailResetAt);
  return {
    _: 'auth.sentCode',
    type: sentCodeType({ code, scenario, email, emailResetDate }),
    phone_code_hash: code.hash,
    ...(next && { next_type: next, timeout: scenario.nextAfterSeconds ?? 60 }),
  };
}

async function sendCode(call: Call): Promise<RpcResult> {
  checkCredentials(call);
  const phone = phoneField(call.request);
  const account = await findPerson(call.state, phone);
  if (!account && isNoTestNumber(phone)) throw new RpcError(400, 'PHONE_NUMBER_INVALID');
  if (account && account.dcId !== call.context.dcId) throw new RpcError(303, `PHONE_MIGRATE_${account.dcId}`);
  if (account?.status === 'banned' && scenarioOf(call.state, phone).status !== 'banned') {
    throw new RpcError(400, 'PHONE_NUMBER_BANNED');
  }
  return answerWithoutCode(call, phone, account) ?? (await deliver(call, phone, 0));
}

function answerWithoutCode(call: Call, phone: string, account: Account | null): RpcResult | null {
  const answers = scenarioOf(call.state, phone).sendCodeAnswers;
  if (answers === 'success_sign_up') {
    return { _: 'auth.sentCodeSuccess', authorization: { _: 'auth.authorizationSignUpRequired' } };
  }
  if (answers === 'payment_required') return paymentRequired(call);
  if (answers !== 'signed_in' || !account) return null;
  return { _: 'auth.sentCodeSuccess', authorization: signInUser(call, account) };
}

function paymentRequired(call: Call): TlObject {
  if (call.context.layer < paymentLayer) throw new RpcError(406, 'SEND_CODE_UNAVAILABLE');
  return {
    _: 'auth.sentCodePaymentRequired',
    store_product: 'simulated_premium_week',
    phone_code_hash: '0'.repeat(18),
    support_email_address: 'sms@example.com',
    support_email_subject: 'Simulated sign-in',
    premium_days: 7,
    currency: 'EUR',
    amount: 299n,
  };
}

/** @throws RpcError PHONE_CODE_HASH_EMPTY, PHONE_CODE_EXPIRED: also when another auth key asked for the code */
export function codeInHand(call: Call, request: TlObject): LoginCode {
  const hash = textField(request, 'phone_code_hash');
  if (hash === '') throw new RpcError(400, 'PHONE_CODE_HASH_EMPTY');
  const code = call.state.codes.find(hash);
  const fits = code?.phone === phoneField(request) && code.authKeyId === call.context.authKeyId;
  if (!code || !fits || code.status !== 'live') throw new RpcError(400, 'PHONE_CODE_EXPIRED');
  if (code.expiresAt > call.now) return code;
  call.state.codes.change(hash, { status: 'expired' });
  throw new RpcError(400, 'PHONE_CODE_EXPIRED');
}

async function resendCode(call: Call): Promise<RpcResult> {
  const code = codeInHand(call, call.request);
  if (code.nextAt === null) throw new RpcError(406, 'SEND_CODE_UNAVAILABLE');
  const seconds = Math.ceil((code.nextAt - call.now) / 1000);
  if (seconds > 0) throw new RpcError(420, `FLOOD_WAIT_${seconds}`);
  return deliver(call, code.phone, code.chainIndex + 1);
}

function cancelCode(call: Call): RpcResult {
  const code = codeInHand(call, call.request);
  call.state.codes.change(code.hash, { status: 'cancelled' });
  call.state.changed();
  return true;
}

export const codeMethods: Methods = {
  'auth.sendCode': { access: 'anyone', run: sendCode },
  'auth.resendCode': { access: 'anyone', run: resendCode },
  'auth.cancelCode': { access: 'anyone', run: cancelCode },
};
