import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Base64 of a text looks different at each of three offsets; what is the same wherever it stands is searched for. */
function base64Forms(secret: Buffer): Buffer[] {
  const forms = [0, 1, 2].map((offset) => {
    const text = Buffer.concat([Buffer.alloc(offset), secret])
      .toString('base64')
      .replaceAll('=', '');
    return text.slice(offset === 0 ? 0 : offset + 1, -1);
  });
  return forms
    .flatMap((form) => [form, form.replaceAll('+', '-').replaceAll('/', '_')])
    .map((form) => Buffer.from(form));
}

function wide(secret: string): Buffer[] {
  const little = Buffer.from(secret, 'utf16le');
  return [little, Buffer.from(little).swap16()];
}

/** A secret in all the ways in which it could lie in a file by accident. */
export function formsOf(secret: string): Buffer[] {
  const raw = Buffer.from(secret, 'utf8');
  const hex = raw.toString('hex');
  return [raw, Buffer.from(hex), Buffer.from(hex.toUpperCase()), ...base64Forms(raw), ...wide(secret)];
}

/** All that lies in a folder: database, log and index of the log. */
export function contentOf(folder: string): Buffer {
  return Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));
}

/** Those of the pieces that are found in the folder. */
export function tracesIn(folder: string, pieces: readonly Buffer[]): Buffer[] {
  const content = contentOf(folder);
  return pieces.filter((piece) => content.includes(piece));
}
