import { serializeAs, serializeListAs } from '../../medusa.serializer';
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

export const serializeAdminOrder = serializeAs('order', order, {
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

export const serializeAdminOrders = serializeListAs('orders', order, { defaults: DEFAULTS });
