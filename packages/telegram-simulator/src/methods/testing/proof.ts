import { Api } from 'telegram';
import { returnBigInt } from 'telegram/Helpers.js';
import { computeCheck } from 'telegram/Password.js';
import type { TlObject } from '../../rpc.ts';
import type { Rig } from './rig.ts';

/** GramJS's proof of a password, as the argument of `auth.checkPassword`. Asks for the parameters first. */
export async function checkPasswordRequest(rig: Rig, password: string, key = 'a', dcId = 2): Promise<TlObject> {
  const answer = await rig.ask({ _: 'account.getPassword' }, { key, dcId });
  return proofRequest(answer, password);
}

export async function proofRequest(answer: TlObject, password: string): Promise<TlObject> {
  const { salt1, salt2, g, p } = answer['current_algo'] as { salt1: Buffer; salt2: Buffer; g: number; p: Buffer };
  const currentAlgo = new Api.PasswordKdfAlgoSHA256SHA256PBKDF2HMACSHA512iter100000SHA256ModPow({ salt1, salt2, g, p });
  const given = { currentAlgo, srp_B: answer['srp_B'], srpId: returnBigInt(String(answer['srp_id'])) };
  const proof = (await computeCheck(given as unknown as Api.account.Password, password)) as Api.InputCheckPasswordSRP;
  const srp = { _: 'inputCheckPasswordSRP', srp_id: answer['srp_id'], A: proof.A, M1: proof.M1 };
  return { _: 'auth.checkPassword', password: srp };
}
