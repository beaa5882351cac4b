/** GramJS prints a field of the wrong type to the console, secret or not; so the types are checked before. */
export function text(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError('a field of a request is no text');
  return value;
}

/** A login token from its base64url form. */
export const token = (value: unknown): Buffer => Buffer.from(text(value), 'base64url');
