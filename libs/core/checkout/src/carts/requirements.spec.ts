import { Money } from '@tandem/money';
import type { Order } from '@tandem/orders';
import { requirementsOf } from './requirements';

const at = new Date(0);
const item: Order['items'][number] = {
  ...{ id: 'i', variantId: null, name: 'Cup', sku: null, quantity: 1, price: Money.parse('1', 'USD') },
  ...{ metadata: {}, createdAt: at, updatedAt: at },
};

it.each([
  ['a cart without items and email', { items: [], email: null, step: 'cart' }, ['line_items', 'email']],
  ['a cart without an email', { items: [item], email: null, step: 'cart' }, ['email']],
  ['a complete cart', { items: [item], email: 'a@b.c', step: 'cart' }, []],
  ['an imported order without an email', { items: [item], email: null, step: 'payment' }, []],
  ['an imported order without items', { items: [], email: null, step: 'payment' }, ['line_items']],
] as const)('what is missing: %s', (_, order, fields) => {
  expect(requirementsOf(order).map(({ field }) => field)).toEqual(fields);
});
