import { writeFileSync } from 'node:fs';
import { aim, percentOf, scoresOf, writeDocument } from './mutation/document.mjs';
import { groups } from './mutation/groups.mjs';
import { ensureStryker, mutateGroup, reportOf } from './mutation/stryker.mjs';
import { ensureInstalled } from './setup/install.mjs';
import { requireNode } from './setup/node-version.mjs';

/** Names of groups are the groups to be run, all of them if none is named; other words are for Stryker. */
const words = process.argv.slice(2);
const named = groups.filter(({ name }) => words.includes(name));
const chosen = named.length > 0 ? named : groups;
const more = words.filter((word) => !groups.some(({ name }) => name === word));

requireNode();
await ensureInstalled();
await ensureStryker();
for (const group of chosen) {
  const { ok, seconds } = await mutateGroup(group, more);
  if (!ok) {
    process.exitCode = 1;
    continue;
  }
  writeFileSync(`${reportOf(group.name)}.time`, JSON.stringify({ seconds }));
  for (const score of scoresOf(group.name)) {
    const percent = percentOf(score);
    if (percent < aim) process.exitCode = 1;
    console.log(`${percent < aim ? '✗' : '✓'} ${percent.toFixed(1)} % ${score.file}`);
  }
}
if (!writeDocument(groups)) console.log('docs/mutation.md is written once every group has been run.');
