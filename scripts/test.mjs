import { checks, runChecks } from './checks/checks.mjs';
import { ensureBuilt } from './setup/build.mjs';
import { ensureInstalled } from './setup/install.mjs';
import { requireNode } from './setup/node-version.mjs';
import { partNames, runPart } from './tests/parts.mjs';

requireNode();
const [chosen, ...args] = process.argv.slice(2);
if (chosen && !partNames.includes(chosen)) {
  console.error(`There is no part "${chosen}". The parts are: ${partNames.join(', ')}`);
  process.exit(1);
}
await ensureInstalled();

const total = { passed: 0, failed: 0 };
if (!chosen) {
  console.log('Checking format, lint, types, imports, dead code and docs');
  total.failed += await runChecks(checks);
}
// Unit and page tests run from the sources; the others start what users start.
if (!chosen || ['integration', 'battery', 'e2e'].includes(chosen)) await ensureBuilt();

for (const part of chosen ? [chosen] : partNames) {
  console.log(`\n— ${part} tests —`);
  const { passed, failed, skipped, reason } = await runPart(part, args);
  total.passed += passed;
  total.failed += failed;
  console.log(`${part}: ${passed} passed, ${failed} failed, ${skipped} skipped${reason ? ` (${reason})` : ''}`);
}

if (!chosen) {
  const { run } = await import('./processes/run.mjs');
  const kept = await run({
    what: 'writing docs/trust.md',
    command: process.execPath,
    args: ['scripts/docs-trust.mjs'],
  });
  // What failed above is counted; a promise whose test is gone is not.
  if (!kept.ok && total.failed === 0) total.failed += 1;
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
