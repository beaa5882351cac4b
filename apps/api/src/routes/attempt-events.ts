import { isTerminal, LoginAttempt } from '@botize/contract';
import type { Clock } from '@botize/login';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '../app-types.ts';
import type { BrowserSessions } from '../http/browser-sessions.ts';
import { actorOf, signedInOf } from '../http/context.ts';
import type { Drain } from '../http/drain.ts';
import type { StreamEvent } from '../http/event-stream.ts';
import { eventStream } from '../http/event-stream.ts';
import { RequestProblem } from '../http/request-problem.ts';
import type { AttemptChange, Verbs } from '../verbs.ts';
import { ById } from './by-id.ts';

interface EventDeps {
  verbs: Verbs;
  browserSessions: BrowserSessions;
  drain: Drain;
  clock: Clock;
}

const retryMs = 2_000;
const heartbeatMs = 15_000;

const toEvent = ({ eventId, attempt }: AttemptChange): StreamEvent => ({
  id: eventId,
  name: 'attempt',
  data: JSON.stringify(LoginAttempt.parse(attempt)),
});

const ended = (change: AttemptChange) => isTerminal(change.attempt.state.step);

async function* eventsUntilEnded(
  first: AttemptChange,
  rest: AsyncIterator<AttemptChange>,
): AsyncGenerator<StreamEvent> {
  try {
    let next: IteratorResult<AttemptChange> = { done: false, value: first };
    while (!next.done) {
      yield toEvent(next.value);
      if (ended(next.value)) return;
      next = await rest.next();
    }
  } finally {
    await rest.return?.();
  }
}

/** Aborts when there is nobody left to tell: the page is gone, its user signed out, the server goes down. */
const endOf = (request: FastifyRequest, reply: FastifyReply, { browserSessions, drain }: EventDeps) => {
  const end = new AbortController();
  const abort = () => end.abort();
  const unlisten = browserSessions.whenSignedOut(signedInOf(request).id, abort);
  reply.raw.once('close', abort);
  drain.signal.addEventListener('abort', abort);
  end.signal.addEventListener('abort', () => {
    unlisten();
    drain.signal.removeEventListener('abort', abort);
  });
  if (drain.signal.aborted) abort();
  return end;
};

/** Far more pages than anybody has open; each costs a listener and a look at the store every two seconds. */
const streamsAUser = 20;

/** Counts a user's streams; the answer counts one out. */
const createStreamCount = () => {
  const open = new Map<string, number>();
  return (userId: string) => {
    const count = open.get(userId) ?? 0;
    if (count >= streamsAUser) throw new RequestProblem('limit.requests', { retryAfterSeconds: 10 });
    open.set(userId, count + 1);
    return () => {
      const left = (open.get(userId) ?? 1) - 1;
      if (left === 0) open.delete(userId);
      else open.set(userId, left);
    };
  };
};

export const attemptEventRoutes = (app: App, deps: EventDeps) => {
  const enterStream = createStreamCount();
  app.get('/api/attempts/:id/events', { exposeHeadRoute: false, schema: { params: ById } }, async (request, reply) => {
    reply.raw.once('close', enterStream(signedInOf(request).user.id));
    const end = endOf(request, reply, deps);
    const changes = await deps.verbs.watchAttempt(actorOf(request), request.params.id, end.signal);
    const iterator = changes[Symbol.asyncIterator]();
    const first = await iterator.next();
    if (first.done || ended(first.value)) {
      end.abort();
      await iterator.return?.();
      return reply.code(204).send();
    }
    request.reference = first.value.attempt.reference;
    const stream = eventStream(eventsUntilEnded(first.value, iterator), {
      retryMs,
      heartbeatMs,
      end,
      alive: async () => (await deps.browserSessions.find(signedInOf(request).id)) !== null,
      failed: (error) => request.log.warn({ event: 'event stream failed', err: error }),
    });
    return reply.type('text/event-stream').header('x-accel-buffering', 'no').send(stream);
  });
};
