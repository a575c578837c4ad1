import type { Money } from '@tandem/money';
import type { Order, OrderCreditLine } from '@tandem/orders';
import type { CreditUse } from '@tandem/store-credits';
import type { Resource } from '../../fields/fields';
import { medusaId } from '../../ids/medusa-ids';
import { versionOf } from './item.resource';
import { each, withRaw } from '../raw';
import { times } from '../times';

/** A part of an order that payments do not cover: store credit, a gift card, or one of Medusa's credit lines. */
export interface CreditOfOrder {
  readonly id: string;
  readonly order: Order;
  readonly reference: string;
  readonly referenceId: string | null;
  readonly amount: Money;
  readonly metadata: Readonly<Record<string, unknown>> | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

const creditFields: Resource<CreditOfOrder>['fields'] = {
  reference: ({ reference }) => reference,
  reference_id: ({ referenceId }) => referenceId,
  ...withRaw<CreditOfOrder>(each(['amount', 'subtotal', 'total'], ({ amount }) => amount)),
  metadata: ({ metadata }) => metadata,
  ...times,
};

export const cartCredit: Resource<CreditOfOrder> = {
  fields: {
    id: ({ id }) => medusaId('cartCredit', id),
    cart_id: ({ order }) => medusaId('cart', order.id),
    ...creditFields,
  },
  relations: {},
};

export const orderCredit: Resource<CreditOfOrder> = {
  fields: {
    id: ({ id }) => medusaId('orderCredit', id),
    version: ({ order }) => versionOf(order),
    order_id: ({ order }) => medusaId('order', order.id),
    ...creditFields,
  },
  relations: {},
};

/** Store credit and gift cards do not exist in Medusa, so they have no reference id. */
export function creditOfUse(order: Order, use: CreditUse): CreditOfOrder {
  return { ...use, order, reference: use.kind, referenceId: null, metadata: null };
}

/** Omits lines of failed refunds. Each line states the order's version that it created, as in Medusa. */
export function creditOfLines(order: Order): CreditOfOrder[] {
  return order.creditLines.flatMap((line, i) =>
    line.voidedAt === null ? [{ ...creditOfLine(order, line), metadata: madeIn(line, i + 2) }] : [],
  );
}

/** A refund without a reason refers to its collection. */
function creditOfLine(order: Order, line: OrderCreditLine): CreditOfOrder {
  const { collectionId } = line;
  return {
    ...line,
    order,
    reference: line.reference ?? 'payment_collection',
    referenceId: line.referenceId ?? (collectionId && medusaId('collection', collectionId)),
  };
}

function madeIn({ metadata }: OrderCreditLine, version: number): Record<string, unknown> {
  return { ...metadata, created_in_version: version };
}
