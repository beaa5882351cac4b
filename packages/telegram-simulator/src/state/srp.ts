import { createDiffieHellman, createHash, pbkdf2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** The 2048-bit safe prime that Telegram uses for its key exchange and its cloud passwords. */
export const srpPrime = Buffer.from(
  'c71caeb9c6b1c9048e6c522f70f13f73980d40238e3e21c14934d037563d930f48198a0aa7c14058229493d22530f4dbfa336f6e0ac9' +
    '25139543aed44cce7c3720fd51f69458705ac68cd4fe6b6b13abdc9746512969328454f18faf8c595f642477fe96bb2a941d5bcd1d4a' +
    'c8cc49880708fa9b378e3c4f3a9060bee67cf9a4a4a695811051907e162753b56b0f6b410dba74d8a84b2a14b3144e0ef1284754fd17' +
    'ed950d5965b4b9dd46582db1178d169c6bc465b0d6ff9ca3928fef5b9ae4e418fc15e83ebea0f87fa9ff5eed70050ded2849f47bf959' +
    'd956850ce929851f0d8115f635b105ee2e4e15d04b2454bf6f4fadf034b10403119cd8e3b92fcc5b',
  'hex',
);
export const srpGenerator = 3;

/** What the service keeps of a password: enough to check a proof, not enough to make one. */
export interface PasswordVerifier {
  salt1: Buffer;
  salt2: Buffer;
  value: Buffer;
}

export interface SrpChallenge {
  secret: Buffer;
  publicValue: Buffer;
}

const p = toBigInt(srpPrime);
const group = createDiffieHellman(srpPrime, srpGenerator);
const pbkdf2Async = promisify(pbkdf2);

function toBigInt(bytes: Buffer): bigint {
  return BigInt(`0x${bytes.toString('hex')}`);
}

function toBytes(value: bigint): Buffer {
  return Buffer.from(value.toString(16).padStart(512, '0'), 'hex');
}

function pad(bytes: Buffer): Buffer {
  return Buffer.concat([Buffer.alloc(Math.max(0, 256 - bytes.length)), bytes]);
}

function sha256(...parts: Buffer[]): Buffer {
  return createHash('sha256').update(Buffer.concat(parts)).digest();
}

/** base^exponent mod p in OpenSSL: BigInt takes two hundred times as long. */
function power(base: bigint, exponent: Buffer): bigint {
  group.setPrivateKey(exponent);
  return toBigInt(group.computeSecret(toBytes(base)));
}

async function passwordHash(password: string, salt1: Buffer, salt2: Buffer): Promise<Buffer> {
  const salted = (data: Buffer, salt: Buffer): Buffer => sha256(salt, data, salt);
  const first = salted(salted(Buffer.from(password, 'utf8'), salt1), salt2);
  return salted(await pbkdf2Async(first, salt1, 100_000, 64, 'sha512'), salt2);
}

/** Takes about 0.1 s, off the main thread. */
export async function createVerifier(password: string): Promise<PasswordVerifier> {
  const salt1 = randomBytes(40);
  const salt2 = randomBytes(16);
  const x = await passwordHash(password, salt1, salt2);
  return { salt1, salt2, value: toBytes(power(BigInt(srpGenerator), x)) };
}

const multiplier = toBigInt(sha256(srpPrime, pad(Buffer.from([srpGenerator]))));

export function createChallenge(verifier: PasswordVerifier): SrpChallenge {
  const secret = randomBytes(256);
  const gb = power(BigInt(srpGenerator), secret);
  return { secret, publicValue: toBytes((multiplier * toBigInt(verifier.value) + gb) % p) };
}

/** True if the proof `M1` for the client's `A` could only have been made with the password. */
export function proves(verifier: PasswordVerifier, challenge: SrpChallenge, proof: { A: Buffer; M1: Buffer }): boolean {
  const a = toBigInt(proof.A.length > 0 ? proof.A : Buffer.from([0]));
  if (a <= 1n || a >= p - 1n || proof.M1.length !== 32) return false;
  const u = sha256(pad(proof.A), challenge.publicValue);
  const base = (a * power(toBigInt(verifier.value), u)) % p;
  const key = sha256(toBytes(power(base, challenge.secret)));
  const groupHash = xor(sha256(srpPrime), sha256(pad(Buffer.from([srpGenerator]))));
  const expected = sha256(
    groupHash,
    sha256(verifier.salt1),
    sha256(verifier.salt2),
    pad(proof.A),
    challenge.publicValue,
    key,
  );
  return timingSafeEqual(expected, proof.M1);
}

function xor(left: Buffer, right: Buffer): Buffer {
  return Buffer.from(left.map((byte, index) => byte ^ (right[index] ?? 0)));
}
