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
    reopen: 'pending',
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

/** Its money is held or taken. */
export function isPaid({ state }: { readonly state: SessionState }): boolean {
  return state === 'authorized' || state === 'captured';
}

/** Nobody will complete it any more. (An authorized one that is canceled is its payment's matter.) */
export const ABANDONED_STATES: readonly SessionState[] = ['failed', 'canceled', 'expired'];

/** How long a session may be completed. Longer than any shopper's page stays open, as long as Stripe keeps a key. */
export const SESSION_TTL = '24 hours';
export const SESSION_TTL_MS = 24 * 60 * 60 * 1000;
