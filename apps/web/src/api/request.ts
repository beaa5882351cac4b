import { reportReached, waitToTryAgain } from './connectivity.ts';
import { usualRefusal } from './first-answers.ts';
import { RequestFailed } from './problem.ts';
import type { LateReader, Reader } from './reader.ts';
import { learnServerTime, serverNow } from './server-clock.ts';

export interface RequestOptions<T> {
  method?: 'GET' | 'POST' | 'DELETE';
  body?: unknown;
  /** The answer's schema, or how to fetch it; null for an answer without a body. */
  schema: Reader<T> | LateReader<T> | null;
  signal?: AbortSignal | undefined;
}

let lastId: string | null = null;
/** The id of the last request that was answered: what support can look for while there is no attempt. */
export const lastRequestId = (): string | null => lastId;

let onSessionEnded: () => void = () => {};
/** Called whenever an answer says that nobody is signed in. */
export const whenSessionEnds = (listener: () => void): void => {
  onSessionEnded = listener;
};

/**
 * One request to our server. A request that reached nobody is tried again until it does: every request of the
 * contract may be repeated. @throws RequestFailed when the server says no, or says what we can't read.
 */
export async function request<T>(path: string, options: RequestOptions<T>): Promise<T> {
  const response = await reach(path, options);
  learnServerTime(response.headers.get('date'));
  lastId = response.headers.get('x-request-id') ?? lastId;
  const none = response.headers.get('x-problem-code');
  if (none !== null) throw refusedAsUsual(response, { code: none, requestId: lastId });
  if (!response.ok) throw await readProblem(response);
  if (options.schema === null) return undefined as T;
  const schema = typeof options.schema === 'function' ? await options.schema() : options.schema;
  const answer = schema.safeParse(await response.json().catch(() => undefined));
  if (!answer.success) throw unreadable(response);
  return answer.data;
}

/** Null instead of the failure when the server answers with this code. */
export async function unless<T>(code: string, answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof RequestFailed && error.failure.code === code) return null;
    throw error;
  }
}

async function reach(path: string, options: RequestOptions<unknown>): Promise<Response> {
  for (;;) {
    const response = await attemptOnce(path, options);
    if (response !== null) {
      reportReached();
      return response;
    }
    await waitToTryAgain(options.signal);
  }
}

/** Not to be signed in, or to have nothing open, is then no error that the browser tells of. */
const preferLittle = { prefer: 'return=minimal' };

/** Null when nobody of ours answered: no network, or a proxy that speaks for a server that is down. */
async function attemptOnce(path: string, options: RequestOptions<unknown>): Promise<Response | null> {
  try {
    const response = await fetch(path, {
      method: options.method ?? 'GET',
      credentials: 'same-origin',
      cache: 'no-store',
      headers: options.body === undefined ? preferLittle : { 'content-type': 'application/json' },
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
      ...(options.signal ? { signal: options.signal } : {}),
    });
    return response.status >= 502 && !isProblem(response) ? null : response;
  } catch (error) {
    if (options.signal?.aborted) throw error;
    return null;
  }
}

const isProblem = (response: Response) => (response.headers.get('content-type') ?? '').includes('problem+json');

/** One of the refusals that belong to any first visit. */
function refusedAsUsual(response: Response, answer: unknown): RequestFailed {
  const usual = usualRefusal(answer);
  if (usual?.code === 'session.none') onSessionEnded();
  return usual === null ? unreadable(response) : new RequestFailed(response.status, { ...nothingMore, ...usual });
}

async function readProblem(response: Response): Promise<RequestFailed> {
  const body: unknown = await response.json().catch(() => undefined);
  if (usualRefusal(body) !== null) return refusedAsUsual(response, body);
  const { Problem } = await import('./schemas.ts');
  const parsed = Problem.safeParse(body);
  if (!parsed.success) return unreadable(response);
  const { code, requestId, retryAfterSeconds, errors, attempt } = parsed.data;
  return new RequestFailed(response.status, {
    code,
    requestId,
    retryAt: retryAfterSeconds === undefined ? null : new Date(serverNow() + retryAfterSeconds * 1_000).toISOString(),
    errors: errors ?? [],
    attempt: attempt ?? null,
  });
}

const nothingMore = { retryAt: null, errors: [], attempt: null };

const unreadable = (response: Response) =>
  new RequestFailed(response.status, {
    ...nothingMore,
    code: 'server.internal',
    requestId: response.headers.get('x-request-id'),
  });
