/** Failures inside an execution, and which name in Retry or Catch means which. */

export interface Failure {
  error: string;
  cause: string;
}

/** A state failed; Retry and Catch may deal with it. */
export class StateFailed extends Error {
  override name = 'StateFailed';
  readonly failure: Failure;
  constructor(error: string, cause: string) {
    super(`${error}: ${cause}`);
    this.failure = { error, cause };
  }
}

/** What the service never lets a wildcard catch. */
const beyondWildcards = new Set(['States.DataLimitExceeded', 'States.Runtime']);
const timeouts = new Set(['States.Timeout', 'States.HeartbeatTimeout']);

/** Whether an ErrorEquals list names this error, by itself or by a wildcard. */
export const matches = (errorEquals: readonly string[], error: string): boolean =>
  errorEquals.some(
    (name) =>
      name === error ||
      (name === 'States.ALL' && !beyondWildcards.has(error)) ||
      (name === 'States.TaskFailed' && !beyondWildcards.has(error) && !timeouts.has(error)) ||
      (name === 'States.Timeout' && timeouts.has(error)),
  );

/** What a thrown value looks like from the outside of a function: its name, and the cause as JSON. */
export function failureOf(thrown: unknown): StateFailed {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  return new StateFailed(
    error.name,
    JSON.stringify({ errorType: error.name, errorMessage: error.message, trace: [] }),
  );
}
