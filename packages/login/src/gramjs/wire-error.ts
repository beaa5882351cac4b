import { gramjsModules } from './gramjs-modules.ts';

/** An `rpc_error` as it came. Its message is not the name: GramJS has policies of its own for some names. */
export class WireError extends Error {
  readonly status: number;
  readonly wireName: string;
  constructor(status: number, wireName: string) {
    super(`rpc_error ${status}`);
    this.name = 'WireError';
    this.status = status;
    this.wireName = wireName;
  }
}

/**
 * GramJS turns errors into classes that lose the name (`FLOOD`, `BAD_REQUEST`), then sleeps, repeats or migrates by
 * class. With this each error of the wire ends its request at once, and the decision is ours.
 */
export function passErrorsAsTheyCame(): void {
  const swapped = (error: { errorCode: number; errorMessage: string }): WireError =>
    new WireError(error.errorCode, error.errorMessage);
  Object.assign(gramjsModules.errors, { RPCMessageToError: swapped });
}
