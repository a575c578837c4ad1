import type { PipeTransform } from '@nestjs/common';
import { CustomerNotFound } from '@tandem/customers';
import { InviteNotFound, UserNotFound } from '@tandem/staff';
import { ApiKeyNotFound, SalesChannelNotFound } from '@tandem/auth';
import type { CoreError } from '@tandem/context';
import { foundOr, pathId, PathParam } from '@tandem/http';
import { LineItemNotFound, OrderNotFound, type OrderRef } from '@tandem/orders';
import { CollectionNotFound } from '@tandem/payment-collections';
import { PaymentNotFound, RefundReasonNotFound } from '@tandem/payments';
import { RegionNotFound } from '@tandem/stores';
import { VariantNotFound } from '@tandem/catalog';
import { uuidOf } from './medusa-ids';

/** An id (UUID) and the text the client sent, for error messages. */
export interface NamedId {
  readonly id: string;
  readonly publicId: string;
}

/** The error for a malformed id, thrown before the act runs: the same as for an unknown id. */
const NOT_FOUND = {
  apiKey: (id) => new ApiKeyNotFound(id),
  cart: (id) => new OrderNotFound(id),
  cartItem: () => new LineItemNotFound(),
  collection: (id) => new CollectionNotFound(id),
  customer: (id) => new CustomerNotFound(id),
  invite: (id) => new InviteNotFound(id),
  order: (id) => new OrderNotFound(id),
  payment: (id) => new PaymentNotFound(id),
  refundReason: (id) => new RefundReasonNotFound(id),
  salesChannel: (id) => new SalesChannelNotFound(id),
  region: (id) => new RegionNotFound(id),
  user: (id) => new UserNotFound(id),
  variant: (id) => new VariantNotFound([id]),
} satisfies Record<string, (publicId: string) => CoreError>;

type Kind = keyof typeof NOT_FOUND;

/** Parses an id in a body. @throws the error for an unknown id */
export function namedIn(kind: Kind, publicId: string): NamedId {
  return foundOr(named(kind, publicId), () => NOT_FOUND[kind](publicId));
}

/** Parses an id in a path, and keeps its text. */
export const NamedParam = (name: string, kind: Kind): ParameterDecorator =>
  PathParam(
    name,
    pathId((id) => named(kind, id), NOT_FOUND[kind]),
  );

/** Parses an order's or a cart's id; error messages show the path's text. */
export const OrderParam = (name: string, kind: 'order' | 'cart'): ParameterDecorator =>
  PathParam(
    name,
    pathId(
      (id: string) => orderRef(kind, id),
      () => new OrderNotFound(),
    ),
  );

/** A line item of a cart. */
export interface CartLine {
  readonly cart: OrderRef;
  readonly itemId: string;
}

/** Parses cart and line item together, so that an invalid cart is reported first. */
export const CART_LINE: PipeTransform<{ id: string; line_id: string }> = pathId(
  (path: { id: string; line_id: string }) => {
    const cart = orderRef('cart', path.id);
    const itemId = uuidOf('cartItem', path.line_id);
    return cart && itemId ? { cart, itemId } : null;
  },
  ({ id }) => (orderRef('cart', id) ? new LineItemNotFound() : new OrderNotFound()),
);

function orderRef(kind: Kind, publicId: string): OrderRef | null {
  const id = uuidOf(kind, publicId);
  return id === null ? null : { id };
}

function named(kind: Kind, publicId: string): NamedId | null {
  const id = uuidOf(kind, publicId);
  return id === null ? null : { id, publicId };
}
