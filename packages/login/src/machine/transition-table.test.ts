import { expect, test } from 'vitest';
import { everyEvent, everySignIn, methods, nameOf } from '../testing/every-event.ts';
import { eve, now } from '../testing/sign-ins.ts';
import type { Context, Effect } from './effects.ts';
import type { SignInEvent } from './events.ts';
import type { SignIn, SignInState } from './sign-in.ts';
import { toPublic } from './to-public.ts';
import { transition } from './transition.ts';

const width = 118;
/** Moments count from now, and what an error brings of its own is called so: rows that mean the same read the same. */
const readable = (value: unknown, event: SignInEvent | null): string => {
  const own = event?.type === 'refused' ? event.error.code : null;
  return JSON.stringify(value, (_, each: unknown) => {
    if (typeof each === 'number' && each > 1e12) return `now${each < now ? '-' : '+'}${Math.abs(each - now) / 1_000}s`;
    return own !== null && each === own ? 'its code' : each;
  }).replaceAll('"', '');
};

/** Only what is another value than before. */
const changed = <T extends object>(before: T, after: T): object =>
  Object.fromEntries(
    Object.entries(after).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key as keyof T])),
  );

const stateLine = (before: SignInState, after: SignInState, event: SignInEvent): string =>
  before.step === after.step ? readable(changed(before, after), event) : `→ ${readable(after, event)}`;

function outcomeOf(before: SignIn, event: SignInEvent, context: Context): string {
  const { signIn, effects } = transition(before, event, context);
  const { state: stateBefore, ...restBefore } = before;
  const { state, ...rest } = signIn;
  const said = (effect: Effect) => readable(effect, event);
  const lines = [
    stateLine(stateBefore, state, event),
    readable(changed(restBefore, rest), event),
    ...effects.map(said),
  ];
  return lines.filter((line) => line !== '{}').join('\n    ') || 'nothing changes';
}

function wrapped(words: string[]): string {
  const lines = [''];
  for (const word of words.join('; ').split(' ')) {
    const line = `${lines.at(-1)} ${word}`;
    if (line.length > width) lines.push(` ${word}`);
    else lines[lines.length - 1] = line;
  }
  return lines.map((line) => ` ${line}`).join('\n');
}

/** Names of events; what a method may meet is told once for all the methods that it is the same for. */
function told(events: SignInEvent[]): string[] {
  const plain = events.filter(({ type }) => type !== 'refused' && type !== 'unknown').map(nameOf);
  const methodsOf = new Map<string, string[]>();
  for (const event of events) {
    if (event.type !== 'refused' && event.type !== 'unknown') continue;
    const met = event.type === 'refused' ? event.error.name : 'no answer';
    methodsOf.set(met, [...(methodsOf.get(met) ?? []), event.method]);
  }
  const metBy = new Map<string, string[]>();
  for (const [met, of] of methodsOf) {
    const key = of.length === methods.length ? 'whatever was asked' : of.join(', ');
    metBy.set(key, [...(metBy.get(key) ?? []), met]);
  }
  return [...plain, ...[...metBy].map(([asked, met]) => `${asked}: ${met.join(', ')}`)];
}

/** Events that lead to the same are told together, in the order of the first of them. */
function tableOf(outcomes: Map<SignInEvent, string>): string {
  const rows = new Map<string, SignInEvent[]>();
  for (const [event, outcome] of outcomes) rows.set(outcome, [...(rows.get(outcome) ?? []), event]);
  return [...rows].map(([outcome, same]) => `${wrapped(told(same))}\n    ${outcome}`).join('\n');
}

const anybody: Context = { now, expected: null };
const eveOnly: Context = { now, expected: eve };
const record = { id: 'att_1', reference: 'CN-1', revision: 3, expiresAt: now + 900_000, connectionId: null };

/** The whole machine to be read: whoever changes it sees in this file what else changes with it. */
test('every event in every step leads where the table says', async () => {
  const sections = Object.entries(everySignIn).map(([name, signIn]) => {
    const outcomes = (context: Context) =>
      new Map(everyEvent.map((event) => [event, outcomeOf(signIn, event, context)]));
    const usual = outcomes(anybody);
    const other = new Map([...outcomes(eveOnly)].filter(([event, outcome]) => usual.get(event) !== outcome));
    return [
      `# ${name}`,
      `its owner sees\n    ${readable(toPublic({ ...record, signIn } as Parameters<typeof toPublic>[0]), null)}`,
      tableOf(usual),
      ...(other.size > 0 ? ['when Eve has to be met', tableOf(other)] : []),
    ].join('\n');
  });
  expect(sections.length).toBeGreaterThan(20);
  await expect(`${sections.join('\n\n')}\n`).toMatchFileSnapshot('./transition-table.txt');
});
