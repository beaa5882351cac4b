/** What Telegram asks of an app's short name: 5 to 32 letters and digits. */
export type ShortNameProblem = { kind: 'letters' } | { kind: 'short' | 'long'; by: number } | null;

const SHORTEST = 5;
const LONGEST = 32;

export function problemOfShortName(name: string): ShortNameProblem {
  if (!/^[a-z0-9]*$/i.test(name)) return { kind: 'letters' };
  if (name.length < SHORTEST) return { kind: 'short', by: SHORTEST - name.length };
  return name.length > LONGEST ? { kind: 'long', by: name.length - LONGEST } : null;
}
