import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../paths.mjs';
import { walkThrough } from '../walk/walk-through.mjs';
import { documentOf, least, middleOf, scoresOf } from './figures.mjs';
import { lighthouse, version } from './run.mjs';

/** The cookie of somebody who has just connected an account. @returns {Promise<string>} */
const signedIn = async (/** @type {string} */ url, /** @type {string} */ simulatorUrl) => {
  let cookie = '';
  await walkThrough({
    url,
    simulatorUrl,
    theme: 'light',
    onPage: async (page) => {
      const cookies = await page.context().cookies();
      cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    },
  });
  return cookie;
};

/** Runs of each page; the middle one counts, since a busy computer spoils single ones. */
const rounds = 3;

const pages = [
  { name: 'Sign-in page', path: '/', signedIn: false },
  { name: 'First step', path: '/connect', signedIn: true },
  { name: 'Connections', path: '/connections', signedIn: true },
];

/** Writes the figures of each page to docs/lighthouse.md, and answers whether all are high enough. */
export const measure = async (/** @type {{ url: string, control: { url: string } }} */ stack) => {
  const cookie = await signedIn(stack.url, stack.control.url);
  const rows = [];
  for (const page of pages) {
    const asked = { url: stack.url + page.path, cookie: page.signedIn ? cookie : null };
    const results = [];
    for (let round = 0; round < rounds; round += 1) results.push(scoresOf(await lighthouse(asked)));
    const row = { name: page.name, ...middleOf(results) };
    rows.push(row);
    console.log(`${row.name}: ${Object.values(row.scores).join(', ')}`);
    for (const problem of row.problems) console.log(`  ${problem}`);
  }
  writeFileSync(join(root, 'docs', 'lighthouse.md'), documentOf(rows, version));
  return rows.every(({ scores }) => Object.entries(least).every(([name, most]) => (scores[name] ?? 0) >= most));
};
