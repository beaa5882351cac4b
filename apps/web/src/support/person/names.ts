import type { SupportConnection, SupportPerson } from '@botize/contract';

/** How one addresses them: the first name, where the label is a name and not an email address. */
export const firstName = (label: string | null): string | null =>
  label === null || label.includes('@') ? null : (label.trim().split(/\s+/)[0] ?? null);

/** The connection that the page is about: one that isn't well before one that is. */
export const mainConnection = ({ connections, attempt }: SupportPerson): SupportConnection | null =>
  connections.find(({ id }) => id === attempt?.connectionId) ??
  connections.find(({ status }) => status !== 'connected') ??
  connections[0] ??
  null;

/** What the person reads out and what is on their screen: that of the sign-in, else of the connection. */
export const mainReference = (person: SupportPerson): string | null =>
  person.attempt?.reference ??
  mainConnection(person)?.reference ??
  person.endedAttempts[0]?.reference ??
  person.refusedStart?.requestId ??
  null;
