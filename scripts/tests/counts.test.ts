import { describe, expect, it } from 'vitest';
import { countBattery, countPlaywright, countVitest, judge } from './counts.mjs';

const file = (status: string, tests: number) => ({
  status,
  assertionResults: Array.from({ length: tests }, () => ({})),
});

describe('counting', () => {
  it('takes the numbers of a Vitest report', () => {
    const report = { numPassedTests: 4, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 };
    expect(countVitest({ ...report, testResults: [file('passed', 4), file('failed', 1)] })).toEqual({
      passed: 4,
      failed: 1,
      skipped: 3,
    });
  });

  it('takes each case of the battery for a test, and a finding for a failure', () => {
    const summary = { kills: 3, faults: 4, doubles: 1, sequences: 10, missed: 2, failed: 0, findings: 1 };
    expect(countBattery(summary)).toEqual({ passed: 18, failed: 1, skipped: 2 });
  });

  it('counts a file that could not be loaded as one failure', () => {
    const report = { numPassedTests: 4, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };
    expect(countVitest({ ...report, testResults: [file('passed', 4), file('failed', 0)] }).failed).toBe(1);
  });

  it('counts a browser test that passed only when repeated as failed', () => {
    const stats = { expected: 7, unexpected: 1, flaky: 1, skipped: 2 };
    expect(countPlaywright({ stats, errors: [{}] })).toEqual({ passed: 7, failed: 3, skipped: 2 });
  });
});

describe('judging a part', () => {
  it.each([
    ['ran well', { passed: 3, failed: 0, skipped: 0 }, true, 0],
    ['has failures', { passed: 3, failed: 2, skipped: 0 }, false, 2],
    ['ran nothing', { passed: 0, failed: 0, skipped: 9 }, true, 1],
    ['left no report', null, true, 1],
    ['ended badly without saying why', { passed: 3, failed: 0, skipped: 0 }, false, 1],
  ])('that %s', (_name, counts, endedWell, failed) => {
    expect(judge(counts, endedWell).failed).toBe(failed);
  });
});
