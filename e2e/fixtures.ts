import { test as base } from '@playwright/test';
import { startStack, type SimulatorControl, type Stack } from '@botize/testkit/stack';
import { wizardOn, type Wizard } from './wizard.ts';

/** The pair of credentials that the simulated Telegram knows. */
export const credentials = { apiId: '12345', apiHash: '0123456789abcdef0123456789abcdef' };

/** Somebody with a Telegram account of their own, made for one test. */
export interface Person {
  userId: string;
  label: string;
  phone: string;
  name: string;
}

/** What sets a person's Telegram account apart from a plain one in data centre 2. */
export interface AccountTraits {
  dcId?: number;
  username?: string;
  password?: string;
  hint?: string;
  /** A name of the simulator's scenarios, as `flood_send_code`. */
  scenario?: string;
}

interface PerTest {
  /** Puts a new person into the simulated Telegram. */
  newPerson: (traits?: AccountTraits) => Promise<Person>;
  wizard: Wizard;
  control: SimulatorControl;
  /** After each test: no session at Telegram that nobody knows of, no connection without one. */
  nothingOrphaned: void;
}

let people = 0;

interface PerWorker {
  /** More of the server's environment, for a whole file. */
  serverEnv: Record<string, string>;
  stack: Stack;
}

export const test = base.extend<PerTest, PerWorker>({
  serverEnv: [{}, { scope: 'worker', option: true }],
  stack: [
    async ({ serverEnv }, use) => {
      const stack = await startStack({ env: serverEnv });
      await use(stack);
      await stack.stop();
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  baseURL: async ({ stack }, use) => use(stack.url),
  control: async ({ stack }, use) => use(stack.control),
  newPerson: async ({ control }, use, testInfo) => {
    await use(async (traits = {}) => {
      people += 1;
      const number = String(people).padStart(4, '0');
      const person = {
        userId: `user-${testInfo.workerIndex}-${number}`,
        label: `ana${number}@example.com`,
        phone: `+3467${String(testInfo.workerIndex).padStart(3, '0')}${number}`,
        name: `Ana ${number}`,
      };
      await control.person({ phone: person.phone, firstName: 'Ana', lastName: number, dcId: 2, ...traits });
      return person;
    });
  },
  wizard: async ({ page, control }, use) => use(wizardOn(page, control)),
  nothingOrphaned: [
    async ({ stack, control }, use) => {
      await use();
      await control.clearFaults();
      await stack.expectNoOrphans();
    },
    { auto: true },
  ],
});

export { expect } from '@playwright/test';
