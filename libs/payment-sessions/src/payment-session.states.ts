import { defineStates } from '@tandem/context';

export const SESSION = defineStates('payment session', {
  pending: {
    challenge: 'requires_action',
    submit: 'processing',
    authorize: 'authorized',
    capture: 'captured',
    decline: 'failed',
    cancel: 'canceled',
    expire: 'expired',
  },
  requires_action: {
    submit: 'processing',
    authorize: 'authorized',
    capture: 'captured',
    decline: 'failed',
    cancel: 'canceled',
    expire: 'expired',
  },
  // Processing neither expires nor is canceled: its money may be moving.
  processing: {
    challenge: 'requires_action',
    authorize: 'authorized',
    capture: 'captured',
    decline: 'failed',
  },
  authorized: { capture: 'captured', cancel: 'canceled', expire: 'expired' },
  captured: {},
  failed: {},
  canceled: {},
  expired: {},
});

export type SessionState = keyof typeof SESSION.table;

/** Open to changes by the shopper: nothing was sent to authorize it, or it is the shopper's turn. */
export const OPEN_STATES: readonly SessionState[] = SESSION.statesThat('submit');
