import type { Command, LoginAttempt, SignIn, StartAttempt } from '@botize/contract';
import { firstMeta, firstSession } from './first-answers.ts';
import type { LateReader } from './reader.ts';
import { request, unless } from './request.ts';

/** A command as the page gives it; the revision is added from the attempt it was made for. */
export type CommandInput = Command extends infer C ? (C extends Command ? Omit<C, 'revision'> : never) : never;

const loginAttempt: LateReader<LoginAttempt> = async () => (await import('./schemas.ts')).LoginAttempt;

const attemptPath = (id: string) => `/api/attempts/${encodeURIComponent(id)}`;

export const getMeta = () => request('/api/meta', { schema: firstMeta });
export const getSession = () => unless('session.none', request('/api/session', { schema: firstSession }));
export const signIn = (body: SignIn) => request('/api/session', { method: 'POST', body, schema: firstSession });
export const signOut = () => request<void>('/api/session', { method: 'DELETE', schema: null });

export const startAttempt = (body: StartAttempt) =>
  request('/api/attempts', { method: 'POST', body, schema: loginAttempt });
export const currentAttempt = (signal?: AbortSignal) =>
  unless('attempt.none', request('/api/attempts/current', { schema: loginAttempt, signal }));
export const sendCommand = (attempt: LoginAttempt, command: CommandInput) =>
  request(`${attemptPath(attempt.id)}/commands`, {
    method: 'POST',
    body: { revision: attempt.revision, ...command },
    schema: loginAttempt,
  });
export const cancelAttempt = (id: string) => request<void>(attemptPath(id), { method: 'DELETE', schema: null });
export const attemptEventsUrl = (id: string) => `${attemptPath(id)}/events`;
