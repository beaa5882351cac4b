import { accountScenarios } from './scenarios/accounts.ts';
import { deliveryScenarios } from './scenarios/deliveries.ts';
import { laterRefusals } from './scenarios/later-refusals.ts';
import { sendCodeRefusals } from './scenarios/send-code-refusals.ts';
import type { Scenario } from './scenario.ts';

/** Anything else under 99966XYYYY is a plain person too; these are the ones that stay so. */
const plain: Scenario[] = Array.from({ length: 10 }, (_, index) => ({
  suffix: `000${index}`,
  name: index === 0 ? 'plain' : `plain_${index}`,
  shows: 'Plain sign-in: the code comes in the Telegram app, SMS after a minute.',
}));

/** The whole table: what each test number does. Numbers are 99966, the data centre (1 to 3), then the suffix. */
export const scenarios: readonly Scenario[] = [
  ...plain,
  ...deliveryScenarios,
  ...accountScenarios,
  ...sendCodeRefusals,
  ...laterRefusals,
];

const byName = new Map(scenarios.map((scenario) => [scenario.name, scenario]));
const bySuffix = new Map(scenarios.map((scenario) => [scenario.suffix, scenario]));
const plainScenario = plain[0] as Scenario;

export function scenarioNamed(name: string): Scenario {
  return byName.get(name) ?? plainScenario;
}

export function isScenarioName(name: string): boolean {
  return byName.has(name);
}

export interface TestNumber {
  dcId: number;
  scenario: Scenario;
}

/** Reads Telegram's convention for test numbers; null for any other number. `phone` is E.164. */
export function readTestNumber(phone: string): TestNumber | null {
  const match = /^\+99966([1-3])(\d{4})$/.exec(phone);
  if (!match?.[1] || !match[2]) return null;
  return { dcId: Number(match[1]), scenario: bySuffix.get(match[2]) ?? plainScenario };
}

/** True for what starts like a test number and is none: there is no such data centre, or digits are missing. */
export function isNoTestNumber(phone: string): boolean {
  return phone.startsWith('+99966') && readTestNumber(phone) === null;
}
