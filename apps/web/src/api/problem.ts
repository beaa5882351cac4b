import type { LoginAttempt, MessageCode, Problem } from '@botize/contract';

/** What a failed request tells the page: a code that has a sentence, and what a person gives to support. */
export interface Failure {
  code: MessageCode;
  /** The id of the request, shown where no attempt gives a reference. */
  requestId: string | null;
  /** Not before this moment, by the server's clock. */
  retryAt: string | null;
  /** Where the request was wrong, by JSON pointer. */
  errors: NonNullable<Problem['errors']>;
  attempt: LoginAttempt | null;
}

/** The server answered, and the answer is no. Nothing in it is shown to people but its code and its id. */
export class RequestFailed extends Error {
  readonly failure: Failure;
  readonly status: number;

  constructor(status: number, failure: Failure) {
    super(failure.code);
    this.name = 'RequestFailed';
    this.status = status;
    this.failure = failure;
  }
}

/** The failure of any error, for pages that must say something whatever happened. */
export const failureOf = (error: unknown): Failure =>
  error instanceof RequestFailed
    ? error.failure
    : { code: 'server.internal', requestId: null, retryAt: null, errors: [], attempt: null };
