import { killPoints } from './kills.ts';
import { disturbanceNames } from './faults.ts';
import { doubleKinds } from './doubles.ts';
import { storeFailures } from './store-faults.ts';
import { stepNames } from './steps.ts';
import { tableOf } from './table.ts';
import type { Line } from './progress.ts';
import type { CaseResult, SuiteName } from './suite.ts';

const goals = { kills: 1_040, faults: 2_600, sequences: 10_000, doubles: 1_000 };

export interface Totals {
  kills: number;
  /** Of Telegram, the network and the store. */
  faults: number;
  doubles: number;
  sequences: number;
  missed: number;
  failed: number;
  findings: number;
}

/** The last result of each case. */
const allCases = (lines: Line[]): CaseResult[] => [
  ...new Map(lines.flatMap((line) => (line.type === 'case' ? [[line.id, line.result] as const] : []))).values(),
];
const casesIn = (lines: Line[], suite: SuiteName): CaseResult[] =>
  allCases(lines).filter((result) => result.suite === suite);

export function totalsOf(lines: Line[]): Totals {
  const count = (suite: SuiteName) => casesIn(lines, suite).filter(({ outcome }) => outcome === 'held').length;
  const all = allCases(lines).map(({ outcome }) => outcome);
  return {
    kills: count('kills'),
    faults: count('faults') + count('store'),
    doubles: count('doubles'),
    sequences: lines.reduce((sum, line) => sum + (line.type === 'sequences' ? line.runs : 0), 0),
    missed: all.filter((outcome) => outcome === 'missed').length,
    failed: all.filter((outcome) => outcome === 'failed').length,
    findings: lines.reduce((sum, line) => sum + (line.type === 'finding' ? line.count : 0), 0),
  };
}

const tablesOf = (lines: Line[]): [title: string, table: string][] => [
  ['Deaths: kill -9 at each step', tableOf(casesIn(lines, 'kills'), stepNames, killPoints)],
  [
    'Faults of the network and of Telegram, at each step',
    tableOf(casesIn(lines, 'faults'), disturbanceNames, stepNames),
  ],
  [
    'Faults of the store, at each step',
    tableOf(
      casesIn(lines, 'store'),
      storeFailures.flatMap((one) => [`${one} at commit 1`, `${one} at commit 2`]),
      stepNames,
    ),
  ],
  ['The same request fifty times at once', tableOf(casesIn(lines, 'doubles'), doubleKinds, ['50 at once'])],
];

const sequencesOf = (lines: Line[]): string => {
  const all = lines.flatMap((line) => (line.type === 'sequences' ? [line] : []));
  const variants = [...new Set(all.map(({ variant }) => variant))];
  return variants
    .map((variant) => {
      const mine = all.filter((line) => line.variant === variant);
      const sum = (pick: (line: (typeof mine)[number]) => number) =>
        mine.reduce((total, line) => total + pick(line), 0);
      return `- ${variant}: ${sum(({ runs }) => runs)} sequences, ${sum(({ commands }) => commands)} commands`;
    })
    .join('\n');
};

export const printed = (lines: Line[]): string =>
  [
    ...tablesOf(lines).map(([title, table]) => `${title}\n\n${table}\n`),
    `Random sequences against the model\n\n${sequencesOf(lines) || '- none'}\n`,
  ].join('\n');

const examplesAtMost = 5;

/** Each kind once for each commit at which it was met. */
const findingsOf = (lines: Line[]): string => {
  const found = new Map<string, { count: number; examples: string[] }>();
  for (const line of lines) {
    if (line.type !== 'finding') continue;
    const what = `${line.kind}, at ${line.commit}`;
    const { count, examples } = found.get(what) ?? { count: 0, examples: [] };
    found.set(what, { count: count + line.count, examples: [...examples, ...line.examples].slice(0, examplesAtMost) });
  }
  if (found.size === 0) return 'None.';
  return [...found]
    .map(
      ([what, { count, examples }]) =>
        `- ${what} (${count}): ${examples.map((text) => `\`${text.slice(0, 300)}\``).join('; ')}`,
    )
    .join('\n');
};

type Session = Extract<Line, { type: 'session' }>;
const sessionOf = ({ shard, commit, part, begun, minutes, machine, findings }: Session): string =>
  `- shard ${shard} (${part}) at ${commit}: begun ${begun}, ${minutes} minutes, ${machine}` +
  (findings === undefined ? '' : `, ${findings} findings`);

const missing = (totals: Totals): string =>
  (Object.keys(goals) as (keyof typeof goals)[])
    .map((what) => {
      const short = goals[what] - totals[what];
      return `- ${what}: ${totals[what]} of ${goals[what]}${short > 0 ? ` — ${short} not run` : ''}`;
    })
    .join('\n');

/** docs/battery.md, written by the command and by nobody else. */
export function documentOf(lines: Line[], seed: number): string {
  const totals = totalsOf(lines);
  const sessions = lines.flatMap((line) => (line.type === 'session' ? [line] : []));
  return `# The battery

Written by \`npm run battery\`; don't edit. It starts the real server and a simulated Telegram, disturbs every step of a
sign-in in every way we know of, goes on as a person would, and asks afterwards: is every authorised key at Telegram one
that we hold, was no code sent that nobody asked for, was every request answered in time and none with 500, did no server
end by itself, do the audit chains hold, are heap and handles back. \`npm run battery -- --seed 2\` takes other dice,
\`--shard 1/4\` a part of the cases, \`--resume\` goes on where a run was cut short and runs again what failed, \`--only kills,faults,store,doubles,sequences\`
leaves the others out, \`--match\` takes the cases with a text in their names, \`--quick\` is the selection that \`npm run test:battery\` runs.

## This run

Seed ${seed}.

${sessions.map(sessionOf).join('\n')}

Of these:

${missing(totals)}
- cases whose disturbance never came to pass in four turns (they count for nothing): ${totals.missed}
- cases that failed: ${totals.failed}

"Committed, unanswered" and "before the request leaves" of \`confirm_account\` kill at the commit, since adding an account
asks Telegram nothing; its other two points kill at the log-out of the discarded session. Where \`show_qr\` shows the token of
the credentials check it asks nothing either. \`create\`, \`show_qr\` and \`confirm_account\` commit once, and so does a \`check\` that finds nothing changed. Keys in \`retired_keys\` are waited
for after each batch of cases, not after each case. PostgreSQL is not run: there is no such store yet.

## Findings

What was found stays in this list, with the commit at which it was met. A later run of its part, above, says whether it is
mended.

${findingsOf(lines)}

${tablesOf(lines)
  .map(([title, table]) => `## ${title}\n\n${table}`)
  .join('\n\n')}

## Random sequences against the model

${sequencesOf(lines) || 'None.'}
`;
}
