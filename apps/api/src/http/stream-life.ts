import type { FastifyReply, FastifyRequest } from 'fastify';
import type { BrowserSessions } from './browser-sessions.ts';
import { signedInOf } from './context.ts';
import type { Drain } from './drain.ts';
import { eventStream, type StreamEvent } from './event-stream.ts';
import { RequestProblem } from './request-problem.ts';

const retryMs = 2_000;
const heartbeatMs = 15_000;

export interface StreamDeps {
  browserSessions: BrowserSessions;
  drain: Drain;
}

/** Aborts when there is nobody left to tell: the page is gone, its user signed out, the server goes down. */
export const endOf = (request: FastifyRequest, reply: FastifyReply, { browserSessions, drain }: StreamDeps) => {
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

/** Far more pages than anybody has open; each costs a listener and a look at the store every second or two. */
const streamsAUser = 20;

/** Counts a user's streams; the answer counts one out. */
export const createStreamCount = () => {
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

interface Answering {
  request: FastifyRequest;
  reply: FastifyReply;
  deps: StreamDeps;
}

/** Answers with the events of a source, for as long as whoever asked is signed in. */
export const sendEvents = (
  source: AsyncIterable<StreamEvent>,
  end: AbortController,
  { request, reply, deps }: Answering,
) => {
  const stream = eventStream(source, {
    retryMs,
    heartbeatMs,
    end,
    alive: async () => (await deps.browserSessions.find(signedInOf(request).id)) !== null,
    failed: (error) => request.log.warn({ event: 'event stream failed', err: error }),
  });
  return reply.type('text/event-stream').header('x-accel-buffering', 'no').send(stream);
};
