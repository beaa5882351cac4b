import { locales, type LoginAttempt, messageCodes } from '@botize/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadSentences } from '../testing/error-matrix/catalogues.ts';
import {
  asMet,
  type DocumentedError,
  documentedErrors,
  inventedError,
  notice,
  reaches,
} from '../testing/error-matrix/documented-errors.ts';
import { expectedOutcome, isFollowed } from '../testing/error-matrix/expected.ts';
import { type Site, sites } from '../testing/error-matrix/sites.ts';
import { setStage, type Stage } from '../testing/stage.ts';

const errors = [...documentedErrors, inventedError];
const label = ({ code, error }: DocumentedError) => `${code} ${error}`;
const met = new Set<string>();
let rows = 0;
let sentences: Awaited<ReturnType<typeof loadSentences>>;

beforeAll(async () => {
  sentences = await loadSentences();
});
afterAll(() => {
  const [languages, requests] = [locales.length, sites.length];
  console.log(`${rows} rows: ${met.size} errors × ${requests} requests where they occur, ${languages} languages`);
});

/** Every language explains it, in words, and without Telegram's own. */
function expectSentences(code: (typeof messageCodes)[number]) {
  for (const locale of locales) {
    const { title, do: what } = sentences[locale](code);
    expect(title).toMatch(/\p{L}.*\.$/u);
    expect(what).toMatch(/\p{L}/u);
    expect(`${title} ${what}`).not.toMatch(/[A-Z0-9]+_[A-Z]|undefined|telegram\.[a-z]+_/);
  }
}

/** What is left of a state for the comparison with what is expected. */
function found(stage: Stage, { state }: LoginAttempt) {
  const issue = 'issue' in state ? state.issue : null;
  const retryAt = issue?.retryAt ?? null;
  return {
    step: state.step,
    code: (state.step === 'failed' ? state.code : issue?.code) ?? null,
    waitsSeconds: retryAt === null ? undefined : Math.round((Date.parse(retryAt) - stage.clock.now()) / 1_000),
    suggest: 'suggest' in state ? (state.suggest ?? undefined) : undefined,
    restart: state.step === 'failed' ? state.restart : undefined,
    keyRetired: [...stage.vault.dump().retired.values()].some(({ reason }) => reason === 'failed') || undefined,
    text: issue?.text,
    command: issue?.command,
  };
}

async function meet(site: Site, error: DocumentedError) {
  const stage = setStage({ limits: true });
  const before = await site.before(stage);
  const refused = { kind: 'refused', error: asMet(error) } as const;
  if (site.plan) site.plan(stage, refused);
  else stage.telegram.plan(site.method, refused, refused);
  const asked = stage.telegram.calls.length;
  const after = await stage.send(before, site.order);
  const calls = stage.telegram.calls.slice(asked).map(({ method }) => method);
  return { stage, before, after, calls, error: refused.error };
}

describe.each(sites)('$name', (site) => {
  const possible = errors.filter((error) => reaches(error, site.wire) && !isFollowed(error));
  test.each(possible.map((error) => [label(error), error] as const))('%s', async (_, error) => {
    const { stage, before, after, calls, error: refused } = await meet(site, error);
    const expected = expectedOutcome(before.state.step, site.method, refused);
    const { requests = 1, probed = false, triesLeft, ...outcome } = expected;
    const code = outcome.code === 'same' ? refused.code : outcome.code;
    const isIssue = code !== null && outcome.step !== 'failed';
    expect(found(stage, after)).toEqual({
      waitsSeconds: undefined,
      suggest: undefined,
      restart: undefined,
      keyRetired: undefined,
      ...outcome,
      code,
      text: isIssue && code === refused.code && error.code === 406 ? notice : undefined,
      command: isIssue ? site.order.type : undefined,
    });
    if (triesLeft !== undefined) expect(after.state).toMatchObject({ triesLeft });
    expect(calls.filter((method) => method === site.method)).toHaveLength(requests);
    expect(calls.filter((method) => method === 'sendCode' || method === 'resendCode').length).toBeLessThanOrEqual(1);
    expect(calls.includes('getSelf')).toBe(probed);
    expect(after.revision).toBe(before.revision + 1);
    expect(JSON.stringify(after.state)).not.toContain(refused.name);
    expectSentences(refused.code);
    if (code !== null) expectSentences(code);
    met.add(label(error));
    rows += 1;
  });
});

describe('another data centre', () => {
  const followed = errors.filter(isFollowed);
  const rows = followed.flatMap((error) => sites.map((site) => [label(error), site.name, site] as const));
  test.each(rows)('%s is followed once: %s', async (_, __, site) => {
    const stage = setStage({ limits: true });
    const before = await site.before(stage);
    const opened = await stage.telegram.openKey({
      key: 'elsewhere',
      credentials: { apiId: 12345, apiHash: '' },
      dcId: 4,
    });
    if (opened.kind !== 'opened') return expect.fail(opened.kind);
    await stage.telegram.release('elsewhere');
    const moved = { kind: 'migrated', session: opened.session, dcId: 4 } as const;
    if (site.plan) site.plan(stage, moved);
    else stage.telegram.plan(site.method, moved);
    stage.telegram.plan(site.method, moved);
    const asked = stage.telegram.count(site.method);
    const { state } = await stage.send(before, site.order);
    expect(state).toMatchObject({ step: 'failed', code: 'telegram.second_migration' });
    expect(stage.telegram.count(site.method)).toBe(asked + 2);
    expect(stage.telegram.unsaved).toEqual([]);
  });
});

test('the documentation is whole: every error has its policy, and every code a sentence in every language', () => {
  expect(documentedErrors).toHaveLength(147);
  expect(new Set(documentedErrors.map(({ error }) => error)).size).toBe(144);
  for (const error of errors) expect(asMet(error).policy).toBe(error.policy);
  for (const code of messageCodes) expectSentences(code);
});
