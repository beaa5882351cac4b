import { RpcError } from '../rpc.ts';
import { scenarioNamed } from '../scenarios.ts';
import type { EndReason } from '../state/authorizations.ts';
import type { Call, Method, SignedIn } from './call.ts';

const endings: Record<EndReason, [code: number, message: string]> = {
  unregistered: [401, 'AUTH_KEY_UNREGISTERED'],
  destroyed: [401, 'AUTH_KEY_UNREGISTERED'],
  revoked: [401, 'SESSION_REVOKED'],
  expired: [401, 'SESSION_EXPIRED'],
  duplicated: [406, 'AUTH_KEY_DUPLICATED'],
};

function refuseEnded(reason: EndReason): never {
  throw new RpcError(...endings[reason]);
}

/** A duplicated key is dead for every request; the other endings only close what needs an account. */
export function refuseDeadKey({ state, context }: Call): void {
  if (state.authorizations.endReason(context.authKeyId) === 'duplicated') refuseEnded('duplicated');
}

/** Who asks, if the method may be asked by such. @throws RpcError 401, 406 or 420 otherwise */
export function signedIn(call: Call, method: Pick<Method, 'access' | 'evenFrozen'>): SignedIn | null {
  if (method.access === 'anyone') return null;
  const { state, context } = call;
  const authorization = state.authorizations.find(context.authKeyId);
  const account = authorization && state.accounts.find(authorization.phone);
  if (!authorization || !account) refuseEnded(state.authorizations.endReason(context.authKeyId) ?? 'unregistered');
  if (authorization.passwordPending) {
    if (method.access === 'pending') return { account, authorization };
    throw new RpcError(401, 'SESSION_PASSWORD_NEEDED');
  }
  endIfScenarioSaysSo(call, { account, authorization });
  if (account.status === 'deactivated') throw new RpcError(401, 'USER_DEACTIVATED');
  if (account.status === 'banned') throw new RpcError(401, 'USER_DEACTIVATED_BAN');
  if (account.status === 'frozen' && !method.evenFrozen) throw new RpcError(420, 'FROZEN_METHOD_INVALID');
  state.authorizations.touch(context.authKeyId, call.now);
  return { account, authorization };
}

function endIfScenarioSaysSo({ state }: Call, { account, authorization }: SignedIn): void {
  const reason = scenarioNamed(account.scenario).endedAfterSignIn;
  if (reason === undefined) return;
  state.authorizations.end(authorization.authKeyId, reason);
  state.changed();
  refuseEnded(reason);
}
