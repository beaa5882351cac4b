import type { SupportConnection, SupportPerson, Wait } from '@botize/contract';

export const actNames = ['send_link', 'ask_check', 'end_attempt', 'clear_limit'] as const;
export type ActName = (typeof actNames)[number];

export type ClearableWait = Exclude<Wait['id'], 'telegram'>;

export const clearable = ({ waits }: SupportPerson): ClearableWait[] =>
  waits.flatMap(({ id, clearable: ours }) => (ours && id !== 'telegram' ? [id] : []));

/** What staff can do for this user now; what the diagnosis asks for comes first. */
export function possibleActs(person: SupportPerson): ActName[] {
  const possible: Record<ActName, boolean> = {
    send_link: true,
    ask_check: person.connections.length > 0,
    end_attempt: person.attempt !== null,
    clear_limit: clearable(person).length > 0,
  };
  const first = person.diagnosis.next;
  return actNames.filter((act) => possible[act]).toSorted((a, b) => Number(b === first) - Number(a === first));
}

/** Which connection a link would mend, if any of them needs it. */
export const broken = ({ connections }: SupportPerson): SupportConnection | null =>
  connections.find(({ status }) => status === 'needs_reconnect') ?? null;
