import { defaultLimits as numberLimits } from '@botize/login';

interface LimitRow {
  fallback: number;
  meaning: string;
}

/** Every limit there is, by the name it has in `LIMITS`. For each of them the least is 1. */
export const limitRows = {
  codesPerNumber: { fallback: numberLimits.codesPerNumber, meaning: 'codes a day for each pair of user and number' },
  codesPerUser: { fallback: numberLimits.codesPerUser, meaning: 'codes a day for a user, and as many emails' },
  secondsBetweenCodes: {
    fallback: numberLimits.secondsBetweenCodes,
    meaning: 'seconds between codes for a number, whoever asks',
  },
  triesPerNumber: { fallback: numberLimits.triesPerNumber, meaning: 'wrong codes and passwords a day for a number' },
  startsPerAddress: { fallback: 600, meaning: 'sign-ins begun in an hour from an address' },
  signInsPerAddress: { fallback: 1_200, meaning: 'browser sessions opened in an hour from an address' },
  startsPerMinute: { fallback: 300, meaning: 'sign-ins begun in a minute from an address' },
  signInsPerMinute: { fallback: 300, meaning: 'browser sessions opened in a minute from an address' },
  requestsPerAddress: { fallback: 1_200, meaning: 'requests in a minute from an address' },
  requestsPerUser: { fallback: 1_200, meaning: 'requests in a minute of a user, wherever they come from' },
  hostRequestsPerAddress: {
    fallback: 12_000,
    meaning: 'requests in a minute from an address to the routes of the host',
  },
  requestsAtOnce: { fallback: 500, meaning: 'requests of all together that may ask Telegram, at one time' },
} as const satisfies Record<string, LimitRow>;

export type LimitName = keyof typeof limitRows;
export type LimitValues = Record<LimitName, number>;

export const limitNames = Object.keys(limitRows) as LimitName[];
export const defaultLimits = Object.fromEntries(
  limitNames.map((name) => [name, limitRows[name].fallback]),
) as LimitValues;

/** What is wrong with a list of limits, in words, or the values. */
export const parseLimits = (text: string): LimitValues | string => {
  const values = { ...defaultLimits };
  const seen = new Set<LimitName>();
  for (const part of text.split(',')) {
    const [key = '', number = ''] = part.trim().split('=', 2);
    const name = limitNames.find((one) => one === key);
    if (name === undefined) return `must be on, off, or a list as codesPerUser=5 of: ${limitNames.join(', ')}`;
    if (!/^[1-9]\d{0,5}$/.test(number)) return `must have a whole number from 1 to 999999 for ${name}`;
    if (seen.has(name)) return `must not have ${name} twice`;
    seen.add(name);
    values[name] = Number(number);
  }
  return values;
};
