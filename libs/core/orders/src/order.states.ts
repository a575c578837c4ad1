import { defineStates } from '@tandem/context';

export const ORDER = defineStates('order', {
  open: { complete: 'completed', cancel: 'canceled' },
  completed: { cancel: 'canceled' },
  canceled: {},
});

export type OrderState = keyof typeof ORDER.table;
