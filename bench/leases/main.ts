import { raceLeases } from '@botize/testkit/lease-races';

/** `npm run bench:leases [races]`: 10,000 races of four processes for the sessions of sixteen connections. */
const races = Number(process.argv[2] ?? 10_000);
const started = performance.now();
const { winners, stillHeld, wrong } = await raceLeases({ races, processes: 4, lanes: 16 });
const seconds = ((performance.now() - started) / 1000).toFixed(1);
const say = (line: string) => void process.stdout.write(`${line}\n`);
say(`${races} races by 4 processes in ${seconds} s`);
say(`one holder: ${winners[1] ?? 0}   none, since the one before still held: ${stillHeld}   wrong: ${wrong.length}`);
for (const line of wrong.slice(0, 10)) say(line);
process.exitCode = wrong.length === 0 ? 0 : 1;
