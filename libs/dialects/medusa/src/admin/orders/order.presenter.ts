import { presentAs, presentListAs } from '../../medusa.presenter';
import { order } from '../../resources/orders/order.resource';
import { ORDER_RELATIONS, TOTALS } from '../../fields/total-fields';

const DEFAULTS = [
  'id',
  'display_id',
  'custom_display_id',
  'status',
  'version',
  'summary',
  'total',
  'metadata',
  'locale',
  'created_at',
  'updated_at',
];

export const presentAdminOrder = presentAs('order', order, {
  defaults: [
    ...DEFAULTS,
    'region_id',
    ...TOTALS,
    'original_subtotal',
    ...ORDER_RELATIONS,
    '*payment_collections.payments',
    '*payment_collections.payments.refunds',
    '*payment_collections.payments.captures',
  ],
});

export const presentAdminOrders = presentListAs('orders', order, { defaults: DEFAULTS });
