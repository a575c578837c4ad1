import type { Completion } from '@tandem/checkout';
import type { Request } from 'express';
import { readFields, render } from '../../fields/fields';
import { fieldsOf } from '../../fields/fields-of';
import { cart, customerOrder } from '../../resources/orders/order.resource';
import { STORE_ORDER_DEFAULTS } from '../orders/order.serializer';
import { CART_DEFAULTS } from './cart.serializer';

/** With the session that failed, so that the customer can continue. */
const UNPAID_CART = [...CART_DEFAULTS, '*payment_collection', '*payment_collection.payment_sessions'];

/** Medusa's error types for a cart that was not completed. */
const ERROR_TYPES = {
  declined: 'payment_authorization_error',
  requires_action: 'payment_requires_more_error',
  processing: 'payment_requires_more_error',
} satisfies Record<Extract<Completion, { is: 'unpaid' }>['reason'], string>;

/** {type: "order", order}, or the cart with the error. */
export function serializeCompletion(completion: Completion, request: Request): Record<string, unknown> {
  if (completion.is === 'placed') {
    return {
      type: 'order',
      order: render(customerOrder, completion, fieldsOf(request, STORE_ORDER_DEFAULTS)),
    };
  }
  const type = ERROR_TYPES[completion.reason];
  return {
    type: 'cart',
    // `fields` applies to an order only; the cart has fixed fields.
    cart: render(cart, completion, readFields(undefined, UNPAID_CART)),
    error: { message: completion.message, name: type, type },
  };
}
