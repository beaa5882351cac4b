import { BrowserSession, LoginAttempt, Meta, type Command, type SignIn, type StartAttempt } from '@botize/contract';
import { request, unless } from './request.ts';

/** A command as the page gives it; the revision is added from the attempt it was made for. */
export type CommandInput = Command extends infer C ? (C extends Command ? Omit<C, 'revision'> : never) : never;

const attemptPath = (id: string) => `/api/attempts/${encodeURIComponent(id)}`;

export const getMeta = () => request('/api/meta', { schema: Meta });
export const getSession = () => unless('session.none', request('/api/session', { schema: BrowserSession }));
export const signIn = (body: SignIn) => request('/api/session', { method: 'POST', body, schema: BrowserSession });
export const signOut = () => request<void>('/api/session', { method: 'DELETE', schema: null });

export const startAttempt = (body: StartAttempt) =>
  request('/api/attempts', { method: 'POST', body, schema: LoginAttempt });
export const currentAttempt = (signal?: AbortSignal) =>
  unless('attempt.none', request('/api/attempts/current', { schema: LoginAttempt, signal }));
export const sendCommand = (attempt: LoginAttempt, command: CommandInput) =>
  request(`${attemptPath(attempt.id)}/commands`, {
    method: 'POST',
    body: { revision: attempt.revision, ...command },
    schema: LoginAttempt,
  });
export const cancelAttempt = (id: string) => request<void>(attemptPath(id), { method: 'DELETE', schema: null });
export const attemptEventsUrl = (id: string) => `${attemptPath(id)}/events`;
