import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../paths.mjs';
import { reportOf } from './stryker.mjs';

/** What must be noticed of a file's changes, in per cent. */
export const aim = 90;

/** @typedef {{ file: string, found: number, missed: number }} Score */

/** Of all changes that were tried, how many a test noticed (by failing, or by never coming to an end). */
const scoreOf = (/** @type {string} */ file, /** @type {{ status: string }[]} */ mutants) => {
  const count = (/** @type {string[]} */ ...states) => mutants.filter(({ status }) => states.includes(status)).length;
  return { file, found: count('Killed', 'Timeout'), missed: count('Survived', 'NoCoverage') };
};

export const percentOf = (/** @type {Score} */ { found, missed }) => (100 * found) / Math.max(1, found + missed);

/** @param {string} group @returns {Score[]} */
export const scoresOf = (group) =>
  Object.entries(JSON.parse(readFileSync(reportOf(group), 'utf8')).files).map(([file, { mutants }]) =>
    scoreOf(file, mutants),
  );

/** Those test files that had no word in it: a file that could not be loaded would look like a file without tests. */
export const silentTests = (/** @type {{ name: string, tests: string[] }} */ { name, tests }) => {
  const { testFiles = {} } = JSON.parse(readFileSync(reportOf(name), 'utf8'));
  return tests.filter((file) => !Object.keys(testFiles).some((ran) => ran.endsWith(file)));
};

const row = (/** @type {Score} */ score) =>
  `| ${score.file} | ${score.found} | ${score.missed} | ${percentOf(score).toFixed(1)} % |`;

/** @param {string} title @param {Score[]} scores @returns {Score} */
const sumOf = (title, scores) => ({
  file: `**${title}**`,
  found: scores.reduce((sum, one) => sum + one.found, 0),
  missed: scores.reduce((sum, one) => sum + one.missed, 0),
});

const table = ['| File | Found | Missed | Score |', '|---|---|---|---|'];

/** @param {{ name: string, about: string, tests: string[] }} group */
const section = ({ name, about, tests }) => {
  const title = `## ${about[0]?.toUpperCase()}${about.slice(1)}`;
  if (!existsSync(reportOf(name))) return [title, '', 'Not run yet.', ''];
  const scores = scoresOf(name);
  const rows = scores.map((one) => row({ ...one, file: `\`${one.file}\`` }));
  const { seconds } = JSON.parse(readFileSync(`${reportOf(name)}.time`, 'utf8'));
  const day = statSync(reportOf(name)).mtime.toISOString().slice(0, 10);
  return [
    title,
    '',
    `Run on ${day}, in ${Math.ceil(seconds / 60)} min. Tests: ${tests.map((one) => `\`${one}\``).join(', ')}.`,
    '',
    ...table,
    ...rows,
    row(sumOf('all', scores)),
    '',
  ];
};

/** @param {{ name: string, about: string, tests: string[] }[]} groups */
export const writeDocument = (groups) => {
  const haveRun = groups.filter(({ name }) => existsSync(reportOf(name)));
  const scores = haveRun.flatMap(({ name }) => scoresOf(name));
  const all = sumOf('all', scores);
  const text = [
    '# Mutation testing',
    '',
    'Written by `npm run mutation`, which changes each of these files in every small way it knows and runs the tests of its',
    `room. A change that no test notices is missed. The aim is ${aim} % of each file. The list is that of`,
    `\`scripts/mutation/groups.mjs\`.${scores.length > 0 ? ` Of all that was run together: ${all.found} of ${all.found + all.missed}.` : ''}`,
    '',
    ...groups.flatMap(section),
  ];
  writeFileSync(join(root, 'docs/mutation.md'), text.join('\n'));
};
