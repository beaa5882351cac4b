import { expect, it } from 'vitest';
import { defaultLimits, limitNames, limitRows, parseLimits } from './limits.ts';

it('what is not named keeps the value proposed', () => {
  const values = parseLimits('codesPerUser=7, requestsAtOnce=999999,secondsBetweenCodes=1');
  expect(values).toEqual({ ...defaultLimits, codesPerUser: 7, requestsAtOnce: 999_999, secondsBetweenCodes: 1 });
  expect(parseLimits('codesPerUser=8')).toMatchObject({ requestsAtOnce: defaultLimits.requestsAtOnce });
});

it('a person is sent three codes a day to a number, five in all, a minute apart, and guesses ten times', () => {
  const { codesPerNumber, codesPerUser, secondsBetweenCodes, triesPerNumber } = defaultLimits;
  expect([codesPerNumber, codesPerUser, secondsBetweenCodes, triesPerNumber]).toEqual([3, 5, 60, 10]);
});

it('every limit has a value of at least 1', () => {
  for (const name of limitNames) expect(defaultLimits[name], name).toBe(limitRows[name].fallback);
  expect(Math.min(...Object.values(defaultLimits))).toBeGreaterThanOrEqual(1);
});

const known = `must be on, off, or a list as codesPerUser=5 of: ${limitNames.join(', ')}`;
const number = 'must have a whole number from 1 to 999999 for codesPerUser';

it.each([
  ['others=1', known],
  ['codesPerUser', number],
  ['codesPerUser=', number],
  ['codesPerUser=0', number],
  ['codesPerUser=-1', number],
  ['codesPerUser=1.5', number],
  ['codesPerUser=1000000', number],
  ['codesPerUser=5x', number],
  ['codesPerUser=x5', number],
  ['codesPerUser=5;codesPerNumber=1', number],
  ['codesPerUser=5,', known],
  ['toString=1', known],
  ['', known],
  ['codesPerUser=5,codesPerNumber=2,codesPerUser=6', 'must not have codesPerUser twice'],
])('%j is refused: %s', (text, says) => {
  expect(parseLimits(text)).toBe(says);
});
