import type { CreditUse } from '@tandem/store-credits';
import type { Order } from '@tandem/orders';
import type { Resource } from '../fields';
import { medusaId } from '../medusa-ids';
import { versionOf } from './item.resource';
import { each, withRaw } from './raw';
import { times } from './times';

/** What store credit or a gift card pays of an order: Medusa's credit line. */
export interface CreditOfOrder {
  readonly use: CreditUse;
  readonly order: Order;
}

const creditFields: Resource<CreditOfOrder>['fields'] = {
  reference: ({ use }) => use.kind,
  // A credit is not one of Medusa's own things, so that it has no id there.
  reference_id: () => null,
  ...withRaw<CreditOfOrder>(each(['amount', 'subtotal', 'total'], ({ use }) => use.amount)),
  metadata: () => null,
  created_at: ({ use }) => times.created_at(use),
  updated_at: ({ use }) => times.updated_at(use),
  deleted_at: times.deleted_at,
};

export const cartCredit: Resource<CreditOfOrder> = {
  fields: {
    id: ({ use }) => medusaId('cartCredit', use.id),
    cart_id: ({ order }) => medusaId('cart', order.id),
    ...creditFields,
  },
  relations: {},
};

export const orderCredit: Resource<CreditOfOrder> = {
  fields: {
    id: ({ use }) => medusaId('orderCredit', use.id),
    version: ({ order }) => versionOf(order),
    order_id: ({ order }) => medusaId('order', order.id),
    ...creditFields,
  },
  relations: {},
};
