import { createHash } from 'node:crypto';

export function sha1(...parts: Uint8Array[]): Buffer {
  return digest('sha1', parts);
}

export function sha256(...parts: Uint8Array[]): Buffer {
  return digest('sha256', parts);
}

function digest(algorithm: string, parts: Uint8Array[]): Buffer {
  const hash = createHash(algorithm);
  for (const part of parts) hash.update(part);
  return hash.digest();
}
