import { defineStates } from '@tandem/context';

/** One delivery of one event to one endpoint. */
export const DELIVERY = defineStates('webhook delivery', {
  pending: { fail: 'pending', arrive: 'delivered', abandon: 'failed' },
  delivered: {},
  failed: {},
});

export type DeliveryState = keyof typeof DELIVERY.table;
