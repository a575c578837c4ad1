const SWEEP = 'a sweep: it finds rows of all stores and deletes them store by store';
const DUE = 'a worker: it finds rows of all stores and leases them store by store, if still due';
const GATEWAY = 'a gateway sends its own id, which may belong to any of the stores with its methods';
const OPERATOR = 'an operator uses the command line for all stores';

/**
 * Statements across all stores, and why. They only read and take no locks: a change of a row is a statement for its store, which
 * checks again.
 */
export const OF_ALL_STORES: Readonly<Record<string, string>> = {
  'find events to sweep': SWEEP,
  'find idempotency keys to sweep': SWEEP,
  'find refresh tokens to sweep': SWEEP,
  'find registrations to sweep': SWEEP,
  'find ended logins to sweep': SWEEP,
  'find login sessions to sweep': SWEEP,

  'find expired payment sessions': DUE,
  'find abandoned payment sessions': DUE,
  'find due placements': DUE,
  'find due provider operations': DUE,
  'find webhook endpoints with due deliveries': DUE,

  'find payment session of gateway account': GATEWAY,
  'find setup session by external id': GATEWAY,
  'find payment by reference': GATEWAY,
  'find detached cards': GATEWAY,
  'find payment methods of providers': GATEWAY,
  'find payment methods sharing an account': 'a gateway’s hook address contains a method, and no store',

  'find providers with active methods': 'at its start a server warns about providers whose code is missing',
  'find all sealed settings of payment methods': OPERATOR,
  'find all sealed secrets of webhook endpoints': OPERATOR,
  'find unplaced orders of all stores': OPERATOR,
  'find recent refused cancellations': OPERATOR,
  'find recent payments with ledger sums': OPERATOR,
  'find admins by email': OPERATOR,

  'find stores with login of customer': 'a login without a publishable key has only the email',
  'find stores with login of user': 'Medusa has one store, so its login contains none',
  'find login session': 'a cookie contains no store; its random id is in an index of each node',
};

/** Tables that have a store_id and are not distributed by it. */
export const NOT_SPREAD: Readonly<Record<string, string>> = {
  api_keys: 'few, and read by each request before its store is known: on every node',
  webhook_events: 'an event comes in before anybody knows whose it is: on one node',
};
