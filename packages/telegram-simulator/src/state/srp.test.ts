import { returnBigInt } from 'telegram/Helpers.js';
import { computeCheck } from 'telegram/Password.js';
import { Api } from 'telegram';
import { expect, test } from 'vitest';
import {
  createChallenge,
  createVerifier,
  proves,
  srpGenerator,
  srpPrime,
  type SrpChallenge,
  type PasswordVerifier,
} from './srp.ts';

/** GramJS's own computation of the proof, from what `account.getPassword` would tell it. */
async function proofOf(password: string, { salt1, salt2 }: PasswordVerifier, { publicValue }: SrpChallenge) {
  const currentAlgo = new Api.PasswordKdfAlgoSHA256SHA256PBKDF2HMACSHA512iter100000SHA256ModPow({
    salt1,
    salt2,
    g: srpGenerator,
    p: srpPrime,
  });
  const request = { currentAlgo, srp_B: publicValue, srpId: returnBigInt(1) } as unknown as Api.account.Password;
  const proof = await computeCheck(request, password);
  if (!(proof instanceof Api.InputCheckPasswordSRP)) throw new Error('No proof');
  return { A: proof.A, M1: proof.M1 };
}

test.for(['correct horse', ' Pässwörd ✓ ', ''])('a client that knows %j proves it', async (password) => {
  const verifier = await createVerifier(password);
  const challenge = createChallenge(verifier);
  expect(proves(verifier, challenge, await proofOf(password, verifier, challenge))).toBe(true);
});

test('another password proves nothing, nor does a proof for another challenge', async () => {
  const verifier = await createVerifier('correct horse');
  const challenge = createChallenge(verifier);
  expect(proves(verifier, challenge, await proofOf('Correct horse', verifier, challenge))).toBe(false);
  const proof = await proofOf('correct horse', verifier, challenge);
  expect(proves(verifier, createChallenge(verifier), proof)).toBe(false);
});

test('values that would make the key known are refused', async () => {
  const verifier = await createVerifier('correct horse');
  const challenge = createChallenge(verifier);
  const M1 = Buffer.alloc(32);
  for (const A of [Buffer.alloc(0), Buffer.alloc(256), Buffer.from([1]), srpPrime]) {
    expect(proves(verifier, challenge, { A, M1 })).toBe(false);
  }
});
