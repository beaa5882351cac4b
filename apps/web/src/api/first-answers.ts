import { locales, type BrowserSession, type Meta } from '@botize/contract';
import type { Reader } from './reader.ts';

/**
 * The answers that the first page waits for, read without the contract's schemas: those come a moment later. These are
 * less strict about the form of ids and times; first-answers.test.ts holds them against the contract.
 */

type Fits = (value: unknown) => boolean;

const text: Fits = (value) => typeof value === 'string';
const flag: Fits = (value) => typeof value === 'boolean';
const oneOf =
  (values: readonly string[]): Fits =>
  (value) =>
    values.includes(value as string);
const orNull =
  (fits: Fits): Fits =>
  (value) =>
    value === null || fits(value);
const optional =
  (fits: Fits): Fits =>
  (value) =>
    value === undefined || fits(value);

/** An object of exactly these members: one that the contract gains fails the type check until it stands here. */
const members =
  <T>(expected: { [K in keyof T]-?: Fits }) =>
  (value: unknown): T | null => {
    if (typeof value !== 'object' || value === null) return null;
    const found: Partial<Record<keyof T, unknown>> = {};
    for (const name in expected) {
      const member = (value as Record<string, unknown>)[name];
      if (!expected[name](member)) return null;
      if (member !== undefined) found[name] = member;
    }
    return found as T;
  };

const reader = <T>(read: (value: unknown) => T | null): Reader<T> => ({
  safeParse: (value) => {
    const data = read(value);
    return data === null ? { success: false } : { success: true, data };
  },
});

export const firstMeta: Reader<Meta> = reader(
  members<Meta>({
    network: text,
    simulated: flag,
    devSignIn: flag,
    consentVersion: text,
    phonePage: orNull(text),
    auditRetentionDays: optional(Number.isSafeInteger),
  }),
);

const user = members<BrowserSession['user']>({ id: text, label: text, role: oneOf(['user', 'support']) });

export const firstSession: Reader<BrowserSession> = reader(
  members<BrowserSession>({
    user: (value) => user(value) !== null,
    connectionId: orNull(text),
    subjectId: optional(orNull(text)),
    returnUrl: orNull(text),
    locale: orNull(oneOf(locales)),
    embedOrigin: optional(orNull(text)),
    expiresAt: text,
  }),
);

/** The refusals that belong to any first visit: nobody is signed in, and nothing was begun. */
const usual = ['session.none', 'attempt.none'] as const;

/** One of the usual refusals; null when it is another one, for the contract's schema to read. */
export const usualRefusal = members<{ code: (typeof usual)[number]; requestId: string }>({
  code: oneOf(usual),
  requestId: text,
});
