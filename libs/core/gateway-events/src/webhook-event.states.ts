import { defineStates } from '@tandem/context';

/** A stored event: received, then settled by its worker. */
export const EVENT = defineStates('webhook event', {
  received: {
    handle: 'handled',
    /** A duplicate, or not about payments. */
    ignore: 'ignored',
    /** Not authentic, or malformed. */
    refuse: 'refused',
    /** All attempts used; waits for manual review. */
    park: 'failed',
  },
  handled: {},
  ignored: {},
  // Staff can retry it after fixing the cause.
  refused: { replay: 'received' },
  failed: { replay: 'received' },
});

export type EventState = keyof typeof EVENT.table;
