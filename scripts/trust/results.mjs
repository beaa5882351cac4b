import { join, relative } from 'node:path';
import { cacheFolder, root } from '../paths.mjs';
import { readReport } from '../tests/counts.mjs';

/** @typedef {{ file: string, name: string, passed: boolean }} Result */

/** @returns {Result[]} */
export const fromVitest = (/** @type {any} */ report) =>
  report.testResults.flatMap((/** @type {any} */ file) =>
    file.assertionResults.map((/** @type {any} */ one) => ({
      file: relative(root, file.name),
      name: one.fullName,
      passed: one.status === 'passed',
    })),
  );

/** @returns {Result[]} */
export const fromPlaywright = (/** @type {any} */ report) => {
  const walk = (/** @type {any} */ suite) =>
    /** @type {Result[]} */ ([
      ...(suite.specs ?? []).map((/** @type {any} */ one) => ({
        file: `e2e/${one.file}`,
        name: one.title,
        passed: one.ok,
      })),
      ...(suite.suites ?? []).flatMap(walk),
    ]);
  return report.suites.flatMap(walk);
};

/** Everything that the latest run of each part has found. @returns {Result[]} */
export const latestResults = () =>
  ['unit', 'web', 'integration', 'e2e'].flatMap((part) => {
    const report = readReport(join(cacheFolder, `report-${part}.json`));
    if (!report) return [];
    return part === 'e2e' ? fromPlaywright(report) : fromVitest(report);
  });
