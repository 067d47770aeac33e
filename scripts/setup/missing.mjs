// @ts-check
/** Errors of the set-up that the reader can mend: they are told in one line, without a stack. */

/**
 * An error that says what is missing and how to get it.
 *
 * @param {string} what What is missing, and why, without a full stop.
 * @param {string} how What the reader can do, as a sentence.
 * @returns {Error} An error that {@link explain} tells in one line.
 */
export function missing(what, how) {
  return Object.assign(new Error(`${what}. ${how}`), { name: 'Missing' });
}

/**
 * What to print for a caught error: one line for one made by {@link missing}, the stack for any other,
 * which is a fault of ours.
 *
 * @param {unknown} error What was thrown.
 * @returns {string} Text for stderr.
 */
export function explain(error) {
  if (!(error instanceof Error)) return String(error);
  return error.name === 'Missing' ? error.message : (error.stack ?? error.message);
}

/**
 * Why a request failed, as short as it can be said: the system's own code and message where there is one.
 *
 * @param {unknown} error What `fetch` or `spawn` threw; its cause holds the reason.
 * @returns {string} For example `connect ECONNREFUSED 127.0.0.1:9`.
 */
export function reason(error) {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause ?? (error instanceof AggregateError ? error.errors[0] : undefined);
  return cause === undefined ? error.message || error.name : reason(cause);
}
