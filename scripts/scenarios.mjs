import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { scenarioPage } from './scenarios/table.mjs';
import { ensureInstalled } from './setup/install.mjs';
import { requireNode } from './setup/node-version.mjs';

requireNode();
await ensureInstalled();
// Not before everything is installed: it reads TypeScript.
const { readScenarioRows } = await import('./scenarios/read.mjs');
const rows = await readScenarioRows();
for (const { number, shows, sees } of rows) console.log(`${number}  ${shows}\n              ${sees}`);
writeFileSync(join(root, 'docs', 'scenarios.md'), scenarioPage(rows));
console.log(`${rows.length} scenarios, also in docs/scenarios.md`);
