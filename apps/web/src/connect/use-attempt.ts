import { isTerminal, type LoginAttempt, type StartAttempt } from '@botize/contract';
import { useCallback, useEffect, useRef, useState } from 'react';
import { cancelAttempt, currentAttempt, sendCommand, startAttempt, type CommandInput } from '../api/endpoints.ts';
import { failureOf, type Failure } from '../api/problem.ts';
import { useVisible } from '../ui/use-visible.ts';
import { finishedFor, forgetFinished, keepFinished } from './finished-attempt.ts';
import type { Busy } from './step-props.ts';

export interface AttemptControl {
  attempt: LoginAttempt | null;
  loading: boolean;
  busy: Busy | null;
  failure: Failure | null;
  /** The server had gone further than this page: it was brought up to date. */
  movedOn: boolean;
  passwordAsked: boolean;
  start: (body: StartAttempt, instead?: LoginAttempt | null) => void;
  send: (command: CommandInput) => void;
  cancel: () => void;
  /** Takes over an open attempt that a failure told of. */
  adopt: (attempt: LoginAttempt) => void;
  /** Leaves an attempt that has ended. */
  leave: () => void;
}

/** The user's one open attempt: asked for once, then followed, changed only by what the server answers. */
export function useAttempt(userId: string): AttemptControl {
  const [attempt, setAttempt] = useState<LoginAttempt | null>(null);
  const [loading, setLoading] = useState(true);
  const [busy, setBusy] = useState<Busy | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [movedOn, setMovedOn] = useState(false);
  const [passwordAsked, setPasswordAsked] = useState(false);
  const running = useRef(false);
  const visible = useVisible();

  /** An answer and an event may overtake each other: the higher revision is the newer one. */
  const adopt = useCallback((next: LoginAttempt) => {
    if (next.state.step === 'password') setPasswordAsked(true);
    setAttempt((now) => (now?.id === next.id && next.revision < now.revision ? now : next));
  }, []);

  useEffect(() => {
    const stopping = new AbortController();
    const load = async () => {
      const open = await currentAttempt(stopping.signal);
      if (open) return adopt(open);
      const finished = await finishedFor(userId);
      if (!finished) return;
      setPasswordAsked(finished.passwordAsked);
      setAttempt(finished.attempt);
    };
    load()
      .catch((error: unknown) => setFailure(failureOf(error)))
      .finally(() => !stopping.signal.aborted && setLoading(false));
    return () => stopping.abort();
  }, [userId, adopt]);

  const ended = attempt !== null && isTerminal(attempt.state.step);
  useEffect(() => {
    if (attempt === null || ended || !visible) return;
    let stop = () => {};
    let left = false;
    void import('../api/attempt-events.ts').then(({ followAttempt }) => {
      if (!left) stop = followAttempt(attempt, adopt);
    });
    return () => {
      left = true;
      stop();
    };
    // Followed once per attempt; each new state of it comes through the same stream.
  }, [attempt?.id, ended, visible, adopt]);

  useEffect(() => {
    if (attempt !== null && ended) keepFinished({ userId, passwordAsked, attempt });
  }, [attempt, ended, passwordAsked, userId]);

  const run = useCallback(
    async (what: Busy, action: () => Promise<LoginAttempt>) => {
      if (running.current) return;
      running.current = true;
      setBusy(what);
      setFailure(null);
      setMovedOn(false);
      try {
        adopt(await action());
      } catch (error) {
        const failed = failureOf(error);
        if (failed.attempt === null || failed.code === 'attempt.open') setFailure(failed);
        else {
          setMovedOn(true);
          adopt(failed.attempt);
        }
      } finally {
        running.current = false;
        setBusy(null);
      }
    },
    [adopt],
  );

  return {
    attempt,
    loading,
    busy,
    failure,
    movedOn,
    passwordAsked,
    adopt: (next) => {
      setFailure(null);
      adopt(next);
    },
    start: (body, instead) =>
      void run('start', async () => {
        if (instead) await cancelAttempt(instead.id);
        setPasswordAsked(false);
        return startAttempt(body);
      }),
    send: (command) => {
      if (attempt !== null) void run(command.type, () => sendCommand(attempt, command));
    },
    cancel: () => {
      if (attempt === null) return;
      const cancelled: LoginAttempt = { ...attempt, revision: attempt.revision + 1, state: { step: 'cancelled' } };
      void run('cancel', () => cancelAttempt(attempt.id).then(() => cancelled));
    },
    leave: () => {
      forgetFinished();
      setAttempt(null);
      setFailure(null);
      setPasswordAsked(false);
    },
  };
}
