import { randomBytes } from 'node:crypto';
import { RpcError, type RpcResult, type TlObject } from '../rpc.ts';
import { scenarioNamed } from '../scenarios.ts';
import { createChallenge, proves, srpGenerator, srpPrime, type PasswordVerifier } from '../state/srp.ts';
import type { Call, Methods, SignedIn } from './call.ts';
import { bytesField, longField, objectField } from './request-fields.ts';
import { completeSignIn } from './sign-in-user.ts';

function algorithm(salt1: Buffer, salt2: Buffer): TlObject {
  const name = 'passwordKdfAlgoSHA256SHA256PBKDF2HMACSHA512iter100000SHA256ModPow';
  return { _: name, salt1, salt2, g: srpGenerator, p: srpPrime };
}

function getPassword(call: Call): RpcResult {
  const { account } = call.user as SignedIn;
  const verifier = call.state.accounts.verifierOf(account.phone);
  return {
    _: 'account.password',
    ...(verifier && challengeFields(call, account.phone, verifier)),
    ...(verifier && account.hint !== null && { hint: account.hint }),
    new_algo: algorithm(randomBytes(8), randomBytes(16)),
    new_secure_algo: { _: 'securePasswordKdfAlgoPBKDF2HMACSHA512iter100000', salt: randomBytes(8) },
    secure_random: randomBytes(256),
  };
}

function challengeFields(call: Call, phone: string, verifier: PasswordVerifier): Record<string, unknown> {
  const { secret, publicValue } = createChallenge(verifier);
  const { authKeyId } = call.context;
  const { id } = call.state.challenges.save({ authKeyId, phone, verifier: verifier.value, secret, publicValue });
  return {
    has_password: true,
    current_algo: algorithm(verifier.salt1, verifier.salt2),
    srp_B: publicValue,
    srp_id: BigInt(id),
  };
}

function checkPassword(call: Call): RpcResult {
  const { account, authorization } = call.user as SignedIn;
  const { state } = call;
  if (scenarioNamed(account.scenario).lapsesAtPassword && authorization.passwordPending) {
    state.authorizations.end(authorization.authKeyId, null);
    throw new RpcError(401, 'AUTH_KEY_UNREGISTERED');
  }
  checkProof(call, account.phone);
  return completeSignIn(call, account);
}

/** @throws RpcError SRP_ID_INVALID, SRP_PASSWORD_CHANGED, PASSWORD_HASH_INVALID */
function checkProof(call: Call, phone: string): void {
  const verifier = call.state.accounts.verifierOf(phone);
  const proof = objectField(call.request, 'password');
  if (!verifier && proof?._ === 'inputCheckPasswordEmpty') return;
  if (!verifier || proof?._ !== 'inputCheckPasswordSRP') throw new RpcError(400, 'PASSWORD_HASH_INVALID');
  const challenge = call.state.challenges.take(String(longField(proof, 'srp_id')), call.context.authKeyId);
  if (!challenge) throw new RpcError(400, 'SRP_ID_INVALID');
  if (!challenge.verifier.equals(verifier.value)) throw new RpcError(400, 'SRP_PASSWORD_CHANGED');
  const given = { A: bytesField(proof, 'A'), M1: bytesField(proof, 'M1') };
  if (!proves(verifier, challenge, given)) throw new RpcError(400, 'PASSWORD_HASH_INVALID');
}

export const passwordMethods: Methods = {
  'account.getPassword': { access: 'pending', evenFrozen: true, run: getPassword },
  'auth.checkPassword': { access: 'pending', evenFrozen: true, run: checkPassword },
};
