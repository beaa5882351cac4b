import { rmSync, writeFileSync } from 'node:fs';
import { aim, percentOf, scoresOf, silentTests, writeDocument } from './mutation/document.mjs';
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
  const silent = ok ? silentTests(group) : [];
  if (!ok || silent.length > 0) {
    rmSync(reportOf(group.name), { force: true });
    console.error(`✗ ${group.about}: ${ok ? `nothing ran of ${silent.join(', ')}` : 'the run did not come to an end'}`);
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
writeDocument(groups);
