import type { Refusal, Scenario } from '../scenario.ts';

/** The human words that come with a 406. */
export const noticeText = 'This number cannot be used to sign in at the moment. Contact login@stel.com for help.';

/** The refusal of one method, as a part of a scenario. */
export function refusing(method: string) {
  return (code: number, message: string, more: Partial<Refusal> = {}): Pick<Scenario, 'refusals'> => ({
    refusals: [{ method, code, message, ...more }],
  });
}
