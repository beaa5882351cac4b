import { isTerminal, LoginAttempt } from '@botize/contract';
import type { Clock } from '@botize/login';
import type { App } from '../app-types.ts';
import type { BrowserSessions } from '../http/browser-sessions.ts';
import { actorOf, signedInOf } from '../http/context.ts';
import type { Drain } from '../http/drain.ts';
import type { StreamEvent } from '../http/event-stream.ts';
import { createStreamCount, endOf, sendEvents } from '../http/stream-life.ts';
import type { AttemptChange, Verbs } from '../verbs.ts';
import { ById } from './by-id.ts';

interface EventDeps {
  verbs: Verbs;
  browserSessions: BrowserSessions;
  drain: Drain;
  clock: Clock;
}

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
    return sendEvents(eventsUntilEnded(first.value, iterator), end, { request, reply, deps });
  });
};
