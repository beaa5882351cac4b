import { createHash, createPublicKey } from 'node:crypto';
import { returnBigInt } from 'telegram/Helpers.js';
import { gramjsModules } from './gramjs-modules.ts';

/** A TL string: one length byte (or `fe` and three), the bytes, zeros up to a multiple of four. */
function tlBytes(bytes: Buffer): Buffer {
  const head =
    bytes.length < 254
      ? Buffer.from([bytes.length])
      : Buffer.from([0xfe, bytes.length & 0xff, (bytes.length >> 8) & 0xff, bytes.length >> 16]);
  const size = head.length + bytes.length;
  return Buffer.concat([head, bytes], Math.ceil(size / 4) * 4);
}

/** Signed decimal of the fingerprint by which a server names its RSA key, and the key's numbers. */
export function readTrustedKey(pem: string): { fingerprint: string; n: bigint; e: number } {
  const jwk = createPublicKey({ key: pem, format: 'pem', type: 'pkcs1' }).export({ format: 'jwk' });
  const n = Buffer.from(jwk.n ?? '', 'base64url');
  const e = Buffer.from(jwk.e ?? '', 'base64url');
  const sha1 = createHash('sha1')
    .update(Buffer.concat([tlBytes(n), tlBytes(e)]))
    .digest();
  return {
    fingerprint: sha1.readBigInt64LE(12).toString(),
    n: BigInt(`0x${n.toString('hex')}`),
    e: e.readUIntBE(0, e.length),
  };
}

/** Makes GramJS in this thread believe these RSA keys and no others. No keys given: Telegram's own stay. */
export function trustOnly(pems: readonly string[]): void {
  if (pems.length === 0) return;
  const keys = pems.map(readTrustedKey);
  const trusted = gramjsModules.rsa._serverKeys;
  trusted.clear();
  for (const { fingerprint, n, e } of keys) trusted.set(fingerprint, { n: returnBigInt(n), e });
}
