import { RpcError, type RpcContext, type RpcHandler, type RpcResult, type TlObject } from '../rpc.ts';
import { refuseDeadKey, signedIn } from './access.ts';
import type { Call, Method, Methods, Telegram } from './call.ts';
import { chatMethods } from './chats.ts';
import { deviceMethods } from './devices.ts';
import { helpMethods } from './help.ts';
import { loginEmailMethods } from './login-email.ts';
import { loginTokenMethods } from './login-token.ts';
import { passwordMethods } from './password.ts';
import { refuseByScenario } from './refuse.ts';
import { normalizePhone, objectField, textField } from './request-fields.ts';
import { codeMethods } from './send-code.ts';
import { signInMethods } from './sign-in.ts';
import { updateMethods } from './updates.ts';
import { userMethods } from './users.ts';

const methods: Methods = {
  ...helpMethods,
  ...codeMethods,
  ...signInMethods,
  ...loginEmailMethods,
  ...loginTokenMethods,
  ...passwordMethods,
  ...userMethods,
  ...deviceMethods,
  ...updateMethods,
  ...chatMethods,
};

const unknownMethod: Method = {
  access: 'user',
  run: () => {
    throw new RpcError(400, 'INPUT_METHOD_INVALID');
  },
};

/** A call outside any request of a client, for what is done on the person's own phone. */
export function phoneCall(telegram: Telegram): Call {
  const context: RpcContext = { authKeyId: '', dcId: 0, layer: 0, client: null };
  return newCall(telegram, { _: 'phone' }, context);
}

function newCall(telegram: Telegram, request: TlObject, context: RpcContext): Call {
  const { state } = telegram;
  return { request, context, telegram, state, now: state.clock.now(), user: null };
}

/** Carries out what clients ask, by the rules and the scenarios, and keeps the journal. */
export function createHandler(telegram: Telegram): RpcHandler {
  return async (request, context) => {
    const call = newCall(telegram, request, context);
    try {
      const answer = await carryOut(call);
      note(call, outcomeOf(answer));
      return answer;
    } catch (error) {
      note(call, error instanceof RpcError ? error.message : `crash: ${String(error)}`);
      throw error;
    }
  };
}

async function carryOut(call: Call): Promise<RpcResult> {
  refuseDeadKey(call);
  const method = methods[call.request._] ?? unknownMethod;
  call.user = signedIn(call, method);
  const phone = phoneOf(call);
  await refuseByScenario(call, { phone, moment: 'before' });
  const answer = await method.run(call);
  await refuseByScenario(call, { phone, moment: 'after' });
  return answer;
}

function phoneOf({ request, context, state }: Call): string | null {
  const named = textField(objectField(request, 'purpose') ?? request, 'phone_number');
  return normalizePhone(named) ?? state.authorizations.find(context.authKeyId)?.phone ?? null;
}

function outcomeOf(answer: RpcResult): string {
  if (Array.isArray(answer)) return `vector of ${answer.length}`;
  return typeof answer === 'boolean' ? String(answer) : answer._;
}

function note(call: Call, outcome: string): void {
  const { authKeyId, dcId } = call.context;
  const phone = call.user?.account.phone ?? phoneOf(call);
  call.state.journal.add({ method: call.request._, authKeyId, dcId, phone, outcome, at: call.now });
}
