import { serializeAs, serializeListAs } from '../../medusa.serializer';
import { customerOrder } from '../../resources/orders/order.resource';
import { ORDER_RELATIONS, TOTALS } from '../../fields/total-fields';

export const STORE_ORDER_DEFAULTS = [
  'id',
  'status',
  'summary',
  'currency_code',
  'display_id',
  'custom_display_id',
  'region_id',
  'email',
  ...TOTALS,
  'original_subtotal',
  'discount_subtotal',
  'created_at',
  'updated_at',
  ...ORDER_RELATIONS,
];

export const serializeStoreOrder = serializeAs('order', customerOrder, { defaults: STORE_ORDER_DEFAULTS });

// Medusa's default limit of this list.
export const STORE_ORDERS_LIMIT = 50;

export const serializeStoreOrders = serializeListAs('orders', customerOrder, {
  defaults: [
    'id',
    'status',
    'version',
    'summary',
    'display_id',
    'custom_display_id',
    'total',
    'currency_code',
    'metadata',
    'created_at',
    'updated_at',
  ],
  limit: STORE_ORDERS_LIMIT,
});
