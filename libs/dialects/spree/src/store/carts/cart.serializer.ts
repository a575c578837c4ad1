import { requirementsOf, type OrderDetails } from '@tandem/checkout';
import type { Request } from 'express';
import { spreeId } from '../../ids/spree-ids';
import type { SpreeOrder } from '../orders/order.dto';
import { serializeOrder } from '../orders/order.serializer';
import type { SpreeCart } from './cart.dto';

/** Current API: an open order under its cart id. */
export function serializeCart(details: OrderDetails): SpreeCart {
  const { order } = details;
  const isReady = order.step === 'payment';
  return {
    ...serializeOrder(details),
    id: spreeId('cart', order.id),
    warnings: [],
    current_step: order.step,
    completed_steps: isReady ? ['cart'] : [],
    requirements: requirementsOf(order),
    shipping_eq_billing_address: isSame(order.billAddress, order.shipAddress),
  };
}

/** For routes of both API versions: the path decides the format. */
export function serializeCartOrOrder(details: OrderDetails, { path }: Request): SpreeCart | SpreeOrder {
  return path.toLowerCase().startsWith('/api/v3/store/carts')
    ? serializeCart(details)
    : serializeOrder(details);
}

function isSame(billing: object | null, shipping: object | null): boolean {
  if (billing === null || shipping === null) return false;
  return JSON.stringify({ ...billing, id: '' }) === JSON.stringify({ ...shipping, id: '' });
}
