/**
 * @typedef {import('./promises.mjs').Promised} Promised
 * @typedef {import('./results.mjs').Result} Result
 */

export const resultsOf = (/** @type {Promised} */ { file, test = '' }, /** @type {Result[]} */ results) =>
  results.filter((one) => one.file === file && one.name.includes(test));

const verdict = (/** @type {Result[]} */ found) => {
  if (found.length === 0) return 'not run';
  const failed = found.filter(({ passed }) => !passed).length;
  return failed === 0 ? `${found.length} passed` : `**${failed} of ${found.length} failed**`;
};

const cell = (/** @type {string} */ text) =>
  text
    .trim()
    .replaceAll('|', '\\|')
    .replaceAll(/\s*\n\s*/g, ' ');

const changeText = (/** @type {Promised} */ { change }, /** @type {string | undefined} */ proof) => {
  if (typeof change === 'string') return cell(change);
  const what =
    change.to.trim() === ''
      ? `\`${cell(change.from)}\` taken out`
      : `\`${cell(change.from)}\` → \`${cell(change.to)}\``;
  return `${what} in \`${change.file}\`${proof ? ` (${proof})` : ''}`;
};

/** The page, from what the tests have found. `proofs`: how many tests each change has turned red. */
export const documentOf = (
  /** @type {{ title: string, promises: Promised[] }[]} */ chapters,
  /** @type {Result[]} */ results,
  /** @type {Record<string, string>} */ proofs,
) => {
  const lines = [
    '# Trust: promise, test, result',
    '',
    'Written by `npm run docs:trust` from the latest run of the tests, and after each whole `npm test`: not by hand.',
    'The last column is a change that turns the test red; `npm run docs:trust -- prove` makes each in a copy and looks.',
  ];
  for (const { title, promises } of chapters) {
    lines.push('', `## ${title}`, '', '| Promise | Test | Result | Turned red by |', '|---|---|---|---|');
    for (const promise of promises) {
      const name = promise.test ? `\`${promise.file}\`, “${cell(promise.test)}”` : `\`${promise.file}\``;
      const found = verdict(resultsOf(promise, results));
      lines.push(`| ${cell(promise.says)} | ${name} | ${found} | ${changeText(promise, proofs[promise.id])} |`);
    }
  }
  return `${lines.join('\n')}\n`;
};
