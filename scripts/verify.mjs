import { checks, runChecks, unitTests } from './checks/checks.mjs';
import { ensureInstalled } from './setup/install.mjs';
import { requireNode } from './setup/node-version.mjs';

requireNode();
await ensureInstalled();
// The longest first, so that the others fill the second core beside it.
const failed = await runChecks([unitTests, ...checks]);
console.log(failed === 0 ? 'Everything holds.' : `${failed} of ${checks.length + 1} checks failed.`);
process.exitCode = failed === 0 ? 0 : 1;
