export interface Server {
  /** Where Telegram Connect is, e.g. `https://connect.example.com`. */
  url: string;
  /** SECRET. Made with `npm run admin -- host-keys create`. */
  apiKey: string;
}

interface ProblemBody {
  code?: string;
  title?: string;
  requestId?: string;
  retryAfterSeconds?: number;
  expiresAt?: string;
}

/** The server said no. Act on `code`; give `requestId` to whoever runs the server. */
export class ConnectProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly requestId: string | null;
  /** Seconds to wait before it makes sense to ask again, if the server said. */
  readonly retryAfterSeconds: number | null;
  /** Of `lease.held`: when the present holder's lease ends. */
  readonly expiresAt: string | null;
  constructor(status: number, body: ProblemBody) {
    super(`${status} ${body.code ?? body.title ?? 'unreadable answer'}`);
    this.name = 'ConnectProblem';
    this.status = status;
    this.code = body.code ?? 'unknown';
    this.requestId = body.requestId ?? null;
    this.retryAfterSeconds = body.retryAfterSeconds ?? null;
    this.expiresAt = body.expiresAt ?? null;
  }
}

export interface Call {
  method: 'GET' | 'POST' | 'DELETE';
  /** Below `/api/v1`, with ids already encoded. */
  path: string;
  query?: Record<string, string | undefined>;
  body?: object;
}

const answerWithinMs = 30_000;

/** One request. @throws ConnectProblem, or what `fetch` throws when nobody answers */
export async function request<Answer>(
  { url, apiKey }: Server,
  { method, path, query = {}, body }: Call,
): Promise<Answer> {
  const address = new URL(`/api/v1${path}`, url);
  for (const [name, value] of Object.entries(query)) if (value !== undefined) address.searchParams.set(name, value);
  const answer = await fetch(address, {
    method,
    redirect: 'error',
    signal: AbortSignal.timeout(answerWithinMs),
    headers: {
      authorization: `Bearer ${apiKey}`,
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new ConnectProblem(answer.status, problemIn(text));
  return (text === '' ? undefined : JSON.parse(text)) as Answer;
}

function problemIn(text: string): ProblemBody {
  try {
    return (JSON.parse(text) ?? {}) as ProblemBody;
  } catch {
    return {};
  }
}
