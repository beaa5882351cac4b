import { readFileSync } from 'node:fs';
import type { LoginAttempt } from '@botize/contract';
import { scenarios, type Scenario } from '@botize/telegram-simulator';
import { afterAll, expect, test } from 'vitest';
import { numberOf, walkOnce, type Person } from './testing/walk.ts';

/** What `npm run scenarios` tells of each: the pages of the wizard, from the number on. */
const file = new URL('../../../../scripts/scenarios/pages.json', import.meta.url);
const pages = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string[]>;
const walk = walkOnce();
const seen: Record<string, string[]> = {};
afterAll(() => console.log(`${Object.keys(seen).length} scenarios played to their end`));

/** A page in short: its step, how a code comes, and the message on it. */
function pageOf({ state }: LoginAttempt): string {
  const delivery = state.step === 'code' ? [state.delivery.type] : [];
  const code = state.step === 'failed' ? state.code : 'issue' in state ? state.issue?.code : undefined;
  return [state.step, ...delivery, ...(code === undefined ? [] : [code])].join(' ');
}

/** What somebody does who does everything right, once; null where there is nothing more to do. */
async function next(ana: Person, attempt: LoginAttempt, { scenario, phone }: { scenario: Scenario; phone: string }) {
  const { state } = attempt;
  if ('issue' in state && state.issue !== null) return null;
  switch (state.step) {
    case 'email':
      return ana.send(attempt, { type: 'submit_email', email: 'ana@example.com' });
    case 'code': {
      const isProof = state.delivery.type === 'email_setup';
      const code = isProof ? ((await walk.stand.emailCode(phone)) ?? '') : await walk.stand.code(phone);
      return ana.send(attempt, { type: 'submit_code', code });
    }
    case 'password':
      return ana.send(attempt, { type: 'submit_password', password: scenario.password?.text ?? '' });
    default:
      return null;
  }
}

test.each(scenarios.map((scenario) => [scenario.suffix, scenario.name, scenario] as const))(
  '%s %s shows the pages that are documented',
  async (suffix, name, scenario) => {
    const phone = numberOf(suffix, ['0003', '0323'].includes(suffix) ? 3 : 2);
    const ana = walk.newPerson();
    let attempt: LoginAttempt | null = await ana.toCode(phone);
    const found: string[] = [];
    while (attempt !== null) {
      found.push(pageOf(attempt));
      attempt = await next(ana, attempt, { scenario, phone });
    }
    seen[name] = found;
    expect(found).toEqual(pages[name]);
  },
);

test('nothing else is documented', () => {
  expect(Object.keys(pages).toSorted()).toEqual(scenarios.map(({ name }) => name).toSorted());
});
