import { defineStates } from '@tandem/context';

export const SETUP_SESSION = defineStates('payment setup session', {
  pending: {
    challenge: 'requires_action',
    wait: 'processing',
    save: 'completed',
    decline: 'failed',
    expire: 'expired',
  },
  requires_action: {
    challenge: 'requires_action',
    wait: 'processing',
    save: 'completed',
    decline: 'failed',
    expire: 'expired',
  },
  processing: { challenge: 'requires_action', wait: 'processing', save: 'completed', decline: 'failed' },
  completed: {},
  failed: {},
  expired: {},
});

export type SetupSessionState = keyof typeof SETUP_SESSION.table;
