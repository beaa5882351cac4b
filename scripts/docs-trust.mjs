import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { documentOf, resultsOf } from './trust/document.mjs';
import { chapters } from './trust/promises.mjs';
import { prove } from './trust/prove.mjs';
import { latestResults } from './trust/results.mjs';

const proofFile = join(root, 'scripts/trust/proofs.json');
const promises = chapters.flatMap((chapter) => chapter.promises);
const [mode, ...ids] = process.argv.slice(2);

/** @returns {Record<string, number>} of the promises there are, how many tests each change turned red */
const readProofs = () => {
  const read = JSON.parse(readFileSync(proofFile, 'utf8'));
  return Object.fromEntries(promises.filter(({ id }) => id in read).map(({ id }) => [id, read[id]]));
};
const note = (/** @type {string} */ id, /** @type {number} */ failed) =>
  writeFileSync(proofFile, `${JSON.stringify({ ...readProofs(), [id]: failed }, null, 2)}\n`);

if (mode === 'prove') {
  prove(ids.length === 0 ? promises : promises.filter(({ id }) => ids.includes(id)), note);
  const green = Object.entries(readProofs()).filter(([, failed]) => failed === 0);
  for (const [id] of green) console.error(`${id}: the change turns nothing red, so its test proves nothing`);
  if (green.length > 0) process.exitCode = 1;
}

const results = latestResults();
const texts = Object.fromEntries(Object.entries(readProofs()).map(([id, failed]) => [id, `${failed} failed`]));
writeFileSync(join(root, 'docs/trust.md'), documentOf(chapters, results, texts));

const counts = { passed: 0, failed: 0, missing: 0 };
for (const promise of promises) {
  const found = resultsOf(promise, results);
  const outcome = found.length === 0 ? 'missing' : found.every(({ passed }) => passed) ? 'passed' : 'failed';
  counts[outcome] += 1;
  if (outcome !== 'passed') console.log(`${outcome}: ${promise.says} (${promise.file})`);
}
console.log(
  `docs/trust.md: ${promises.length} promises, ${counts.passed} kept, ${counts.failed} broken, ${counts.missing} not run`,
);
if (counts.failed + counts.missing > 0) process.exitCode = 1;
