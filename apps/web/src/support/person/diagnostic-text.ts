import type { SupportAttempt, SupportConnection, SupportPerson } from '@botize/contract';

type Line = [name: string, value: string | number | null | undefined];

const ofAttempt = (attempt: SupportAttempt): Line[] => [
  ['attempt', attempt.reference],
  ['id', attempt.id],
  ['step', `${attempt.step}  (revision ${attempt.revision})`],
  ['issue', attempt.issue?.code],
  ['retry at', attempt.issue?.retryAt],
  ['code', attempt.code],
  ['delivery', attempt.delivery],
  ['resend at', attempt.resendAt],
  ['tries left', attempt.triesLeft],
  ['qr', attempt.hasQr ? 'shown' : null],
  ['created', attempt.createdAt],
  [attempt.endedAt === null ? 'expires' : 'ended', attempt.endedAt ?? attempt.expiresAt],
];

const ofConnection = (connection: SupportConnection): Line[] => [
  ['connection', connection.reference],
  ['id', connection.id],
  ['status', `${connection.status}${connection.reason === null ? '' : `  ${connection.reason}`}`],
  ['since', connection.since],
  ['generation', connection.generation],
  ['check', connection.lastCheck?.outcome ?? 'none'],
  ['checked', connection.lastCheck?.at],
  ['leased', connection.leasedUntil],
  ['redeemed', connection.redeemed ? null : 'no'],
];

/**
 * What an engineer needs, as text to paste: ids, steps, codes and times. Nobody's name, number or secret is in it; it
 * is in no language, so that it can be searched for.
 */
export function diagnosticText(person: SupportPerson): string {
  const { user, diagnosis, attempt, refusedStart, endedAttempts, connections, waits } = person;
  const blocks: Line[][] = [
    [
      ['user', user.id],
      ['diagnosis', diagnosis.id],
      ['until', diagnosis.until],
      ['looked at', person.lookedAt],
    ],
    ...(attempt === null ? [] : [ofAttempt(attempt)]),
    ...(refusedStart === null
      ? []
      : [
          [
            ['refused', refusedStart.code],
            ['at', refusedStart.at],
            ['retry at', refusedStart.retryAt],
            ['request', refusedStart.requestId],
          ] satisfies Line[],
        ]),
    ...connections.map(ofConnection),
    ...endedAttempts.slice(0, 1).map(ofAttempt),
    waits.flatMap(({ id, until }): Line[] => [
      ['wait', id],
      ['until', until ?? 'no end known'],
    ]),
    [['codes', `${person.codesToday.sent} of ${person.codesToday.allowed}`]],
  ];
  return blocks
    .map((lines) =>
      lines
        .filter(([, value]) => value !== null && value !== undefined)
        .map(([name, value]) => `${name.padEnd(10)} ${String(value).replace(/\.\d{3}Z$/, 'Z')}`)
        .join('\n'),
    )
    .filter((block) => block !== '')
    .join('\n\n');
}
