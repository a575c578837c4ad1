import { defineStates } from '@tandem/context';

/** A stored event: waiting for its worker, and then what came of it. */
export const EVENT = defineStates('webhook event', {
  received: {
    handle: 'handled',
    /** A duplicate, or nothing to do with payments. */
    ignore: 'ignored',
    /** Not the gateway's, or not to be understood. */
    refuse: 'refused',
    /** Tried until it was enough; kept for whoever mends it. */
    park: 'failed',
  },
  handled: {},
  ignored: {},
  // Whoever has mended what kept it from being understood has it tried again.
  refused: { replay: 'received' },
  failed: { replay: 'received' },
});

export type EventState = keyof typeof EVENT.table;
