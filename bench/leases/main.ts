import { raceLeases } from '@botize/testkit/lease-races';

/** `npm run bench:leases [races]`: 10,000 races of four processes for the sessions of sixteen connections. */
const races = Number(process.argv[2] ?? 10_000);
const processes = 4;
const lanes = 16;

const say = (line: string) => void process.stdout.write(`${line}\n`);
const started = performance.now();
const seconds = () => (performance.now() - started) / 1000;
const tenth = Math.max(1, Math.floor(races / 10));
const onRace = (race: number) => {
  if (race % tenth === 0) say(`  … ${race} of ${races} races (${seconds().toFixed(0)} s)`);
};

say(`${races} races of ${processes} processes for the sessions of ${lanes} connections, on one database:`);
const { winners, stillHeld, wrong } = await raceLeases({ races, processes, lanes, onRace });
const count = (holders: number) => winners[holders] ?? 0;
const several = Object.entries(winners).reduce((sum, [holders, found]) => sum + (Number(holders) > 1 ? found : 0), 0);

say(`done in ${seconds().toFixed(1)} s, ${(races / seconds()).toFixed(0)} races a second`);
say(`  one of the ${processes} got the session      ${count(1)}`);
say(`  nobody, since it was still held    ${stillHeld}`);
say(`  two or more held it                ${several}`);
say(`  otherwise wrong (fence, session)   ${wrong.length - several}`);
for (const line of wrong.slice(0, 10)) say(line);
const isRight = wrong.length === 0 && several === 0 && count(1) + stillHeld === races;
say(isRight ? 'Never two holders.' : 'NOT as it must be.');
process.exitCode = isRight ? 0 : 1;
