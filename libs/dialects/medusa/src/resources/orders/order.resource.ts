import { collectionsOf, type OrderDetails } from '@tandem/checkout';
import { many, one, optional, type Resource } from '../../fields/fields';
import { medusaId } from '../../ids/medusa-ids';
import { addressOf, cartAddress, orderAddress } from './address.resource';
import { buyer } from './buyer.resource';
import { collection, customerCollection } from '../collection.resource';
import {
  cartCredit,
  creditOfLines,
  creditOfUse,
  orderCredit,
  type CreditOfOrder,
} from './credit-line.resource';
import { cartItem, orderItem, versionOf, type ItemOfOrder } from './item.resource';
import { summary, totals } from './order-totals';
import { paymentStatus } from '../payment-status';
import { region } from '../region.resource';
import { isoOrNull, times } from '../times';

type Relations = Resource<OrderDetails>['relations'];

const ORDER_STATUS = { open: 'draft', completed: 'pending', canceled: 'canceled' } satisfies Record<
  OrderDetails['order']['state'],
  string
>;

const fields: Resource<OrderDetails>['fields'] = {
  currency_code: ({ order }) => order.total.currency.toLowerCase(),
  region_id: ({ order }) => medusaId('region', order.regionId),
  email: ({ order }) => order.email,
  customer_id: ({ order }) => order.customerId && medusaId('customer', order.customerId),
  // A store has only its own sales channel.
  sales_channel_id: ({ order }) => medusaId('salesChannel', order.storeId),
  locale: ({ order }) => order.locale,
  ...totals,
  metadata: ({ order }) => (Object.keys(order.metadata).length > 0 ? order.metadata : null),
  shipping_methods: () => [],
  created_at: ({ order }) => times.created_at(order),
  updated_at: ({ order }) => times.updated_at(order),
};

const related: Relations = {
  customer: one(
    () => buyer,
    ({ customer }: OrderDetails) => customer,
  ),
  region: one(
    () => region,
    (details: OrderDetails) => ({ region: details.region, providerIds: details.payment.providerIds }),
  ),
};

/** The digits of the order's number; Medusa's display ids are numbers. */
function displayId({ order }: OrderDetails): number {
  return Number(/\d{1,15}/.exec(order.number)?.[0] ?? 0);
}

const orderFields: Resource<OrderDetails>['fields'] = {
  id: ({ order }) => medusaId('order', order.id),
  status: ({ order }) => ORDER_STATUS[order.state],
  version: ({ order }) => versionOf(order),
  summary,
  display_id: displayId,
  custom_display_id: ({ order }) => order.number,
  is_draft_order: ({ order }) => order.state === 'open',
  canceled_at: ({ order }) => isoOrNull(order.canceledAt),
  ...fields,
  fulfillments: () => [],
  payment_status: paymentStatus,
  fulfillment_status: () => 'not_fulfilled',
};

const STATUSES = ['payment_status', 'fulfillment_status'];

/** Requesting one of Medusa's aggregate statuses also returns what it is computed from. */
const companions = {
  version: STATUSES,
  fulfillments: STATUSES,
  payment_status: STATUSES,
  fulfillment_status: STATUSES,
};

const orderRelations: Relations = {
  ...related,
  items: many(() => orderItem, itemsOf),
  credit_lines: many(() => orderCredit, creditOf),
  shipping_address: one(
    () => orderAddress,
    ({ order }: OrderDetails) => addressOf(order, 'shipAddress'),
  ),
  billing_address: optional(
    one(
      () => orderAddress,
      ({ order }: OrderDetails) => addressOf(order, 'billAddress'),
    ),
  ),
};

/** An order for staff. */
export const order: Resource<OrderDetails> = {
  fields: orderFields,
  relations: { ...orderRelations, payment_collections: many(() => collection, collectionsOf) },
  companions,
};

/** An order for its customer: without captures and refunds. */
export const customerOrder: Resource<OrderDetails> = {
  fields: orderFields,
  relations: { ...orderRelations, payment_collections: many(() => customerCollection, collectionsOf) },
  companions,
};

export const cart: Resource<OrderDetails> = {
  fields: {
    id: ({ order: { id } }) => medusaId('cart', id),
    completed_at: ({ order: { completedAt } }) => isoOrNull(completedAt),
    shipping_address_id: ({ order: { shipAddress } }) =>
      shipAddress && medusaId('cartAddress', shipAddress.id),
    billing_address_id: ({ order: { billAddress } }) =>
      billAddress && medusaId('cartAddress', billAddress.id),
    ...fields,
    promotions: () => [],
  },
  relations: {
    ...related,
    items: many(() => cartItem, itemsOf),
    credit_lines: many(() => cartCredit, creditOf),
    shipping_address: one(
      () => cartAddress,
      (details: OrderDetails) => addressOf(details.order, 'shipAddress'),
    ),
    billing_address: one(
      () => cartAddress,
      (details: OrderDetails) => addressOf(details.order, 'billAddress'),
    ),
    payment_collection: one(
      () => customerCollection,
      ({ payment }: OrderDetails) => payment,
    ),
  },
};

function itemsOf({ order: of }: OrderDetails): ItemOfOrder[] {
  return of.items.map((item) => ({ item, order: of }));
}

function creditOf({ order: of, credit }: OrderDetails): CreditOfOrder[] {
  return [...credit.map((use) => creditOfUse(of, use)), ...creditOfLines(of)];
}
