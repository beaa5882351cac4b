import type { FieldErrorCode, MessageCode } from '@botize/contract';
import { statusOf } from './status-of.ts';

export interface FieldError {
  /** RFC 6901; empty for the body as a whole. */
  pointer: string;
  code: FieldErrorCode;
}

interface More {
  status?: number;
  errors?: FieldError[];
  retryAfterSeconds?: number;
  headers?: Record<string, string>;
}

/** The request failed before any verb was asked. */
export class RequestProblem extends Error {
  readonly code: MessageCode;
  readonly status: number;
  readonly errors: FieldError[] | undefined;
  readonly retryAfterSeconds: number | undefined;
  readonly headers: Record<string, string>;
  constructor(code: MessageCode, more: More = {}) {
    super(code);
    this.name = 'RequestProblem';
    this.code = code;
    this.status = more.status ?? statusOf(code);
    this.errors = more.errors;
    this.retryAfterSeconds = more.retryAfterSeconds;
    this.headers = more.headers ?? {};
  }
}
