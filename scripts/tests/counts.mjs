import { readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * Adds up Vitest's JSON report. A file that could not be loaded has no tests of its own and counts as one failure.
 * @returns {Counts}
 */
export const countVitest = (/** @type {any} */ report) => ({
  passed: report.numPassedTests,
  failed:
    report.numFailedTests +
    report.testResults.filter(
      (/** @type {any} */ file) => file.status === 'failed' && file.assertionResults.length === 0,
    ).length,
  skipped: report.numPendingTests + report.numTodoTests,
});

/**
 * Adds up Playwright's JSON report. A test that passed only when repeated has failed.
 * @returns {Counts}
 */
export const countPlaywright = (/** @type {any} */ report) => ({
  passed: report.stats.expected,
  failed: report.stats.unexpected + report.stats.flaky + report.errors.length,
  skipped: report.stats.skipped,
});

/**
 * Adds up the battery's summary: each case is a test, and so is each thing found that no case has failed for.
 * @returns {Counts}
 */
export const countBattery = (/** @type {any} */ { kills, faults, doubles, sequences, missed, failed, findings }) => ({
  passed: kills + faults + doubles + sequences,
  failed: Math.max(failed, findings),
  skipped: missed,
});

/**
 * The counts of a part, corrected: a part that ran nothing, or ended badly without saying why, has one failure.
 * @returns {Counts & { reason: string | null }}
 */
export const judge = (/** @type {Counts | null} */ counts, /** @type {boolean} */ endedWell) => {
  if (!counts) return { passed: 0, failed: 1, skipped: 0, reason: 'it left no report' };
  if (counts.passed + counts.failed === 0) return { ...counts, failed: 1, reason: 'no tests ran' };
  if (!endedWell && counts.failed === 0) return { ...counts, failed: 1, reason: 'it ended with an error' };
  return { ...counts, reason: null };
};

export const readReport = (/** @type {string} */ file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
};
