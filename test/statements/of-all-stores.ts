/**
 * What is not of one store, and why. They read and take no locks: whoever acts on a row does it in a statement of its store that
 * looks again.
 */
export const OF_ALL_STORES: Readonly<Record<string, string>> = {};

/** Tables that have a store_id and are not spread by it. */
export const NOT_SPREAD: Readonly<Record<string, string>> = {
  api_keys: 'few, and read by each request before its store is known: on every node',
  webhook_events: 'it comes in before anybody knows whose it is',
};
