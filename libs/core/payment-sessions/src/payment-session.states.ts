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

/** Can still be changed: no authorization was sent, or the shopper must act. */
export const OPEN_STATES: readonly SessionState[] = SESSION.statesThat('submit');

/** Its amount is authorized or captured. */
export function isPaid({ state }: { readonly state: SessionState }): boolean {
  return state === 'authorized' || state === 'captured';
}

/** Will never be completed. (Canceling an authorized session is done through its payment.) */
export const ABANDONED_STATES: readonly SessionState[] = ['failed', 'canceled', 'expired'];

/** How long a session can be completed: longer than a shopper's page stays open, as long as Stripe keeps an idempotency key. */
export const SESSION_TTL = '24 hours';
export const SESSION_TTL_MS = 24 * 60 * 60 * 1000;
