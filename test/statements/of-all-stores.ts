const SWEEP = 'a sweep: what it finds is deleted store by store';
const DUE = 'a worker: what it finds is taken store by store, if it is due still';
const GATEWAY = 'a gateway names something by its own id, in whichever of the stores that it may speak of';
const OPERATOR = 'an operator on the command line asks of all stores';

/**
 * What is not of one store, and why. They read and take no locks: an act on a row is a statement of its store that
 * looks again.
 */
export const OF_ALL_STORES: Readonly<Record<string, string>> = {
  'find events to sweep': SWEEP,
  'find idempotency keys to sweep': SWEEP,
  'find refresh tokens to sweep': SWEEP,
  'find registrations to sweep': SWEEP,
  'find ended logins to sweep': SWEEP,
  'find login sessions to sweep': SWEEP,

  'find payment sessions whose time is over': DUE,
  'find abandoned sessions': DUE,
  'find due placements': DUE,
  'find due provider operations': DUE,
  'endpoints with due webhook deliveries': DUE,

  'session of gateway': GATEWAY,
  'setup session of gateway': GATEWAY,
  'payment by reference': GATEWAY,
  'find detached cards': GATEWAY,
  'payment methods of providers': GATEWAY,
  'payment methods besides one':
    'the address that a gateway sends its events to names a method, and no store',

  'providers with active methods': 'a server that starts warns of those whose code is not there',
  'all sealed settings of payment methods': OPERATOR,
  'all sealed secrets of webhook endpoints': OPERATOR,
  'orders not placed of all stores': OPERATOR,
  'recent refused cancellations': OPERATOR,
  'recent payments with the sums of their entries': OPERATOR,
  'find admins by email': OPERATOR,

  'find stores with login of customer': 'a login without a publishable key: the email is all that is known',
  'find stores with login of user': 'Medusa has one store: its login names none',
  'find login session': 'a cookie names no store; its random id is in an index of each node',
};

/** Tables that have a store_id and are not spread by it. */
export const NOT_SPREAD: Readonly<Record<string, string>> = {
  api_keys: 'few, and read by each request before its store is known: on every node',
  webhook_events: 'an event comes in before anybody knows whose it is: on one node',
};
