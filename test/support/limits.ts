/**
 * Limits in milliseconds that stop what hangs. They measure nothing: no machine on which the tests
 * are of use comes near to them.
 */

/** Of the wait for one state: a text in a page, the answer of a server. */
export const stateLimit = 3 * 60_000;

/** Of a test or a hook. */
export const testLimit = 15 * 60_000;
