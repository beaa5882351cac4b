import { writeFileSync } from 'node:fs';
import { measure } from './measure.ts';
import { goalMs, reportOf, slowest } from './report.ts';

/** `npm run bench:support [connections] [times]`: 1,000,000 and 200 unless said otherwise. */
const connections = Number(process.argv[2] ?? 1_000_000);
const times = Number(process.argv[3] ?? 200);
const few = Math.min(10_000, connections);

const say = (text: string) => void process.stdout.write(`${text}\n`);
const small = await measure(few, times, say);
const large = await measure(connections, times, say);
const report = reportOf(small, large);
say(report);
if (connections === 1_000_000) writeFileSync(new URL('../../../docs/support-bench.md', import.meta.url), report);
const isWithin = slowest(large) <= goalMs;
say(isWithin ? `Within ${goalMs} ms.` : `NOT within ${goalMs} ms.`);
process.exitCode = isWithin ? 0 : 1;
