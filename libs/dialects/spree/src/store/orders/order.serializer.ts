import { dueOfOrder, type OrderDetails } from '@tandem/checkout';
import { Money } from '@tandem/money';
import type { Order } from '@tandem/orders';
import { withDisplay } from '../../money/spree-display';
import { spreeId } from '../../ids/spree-ids';
import { serializeGiftCard } from '../customer/gift-cards/gift-card.serializer';
import { serializeAddress } from './address.serializer';
import { serializeLineItem } from './line-items/line-item.serializer';
import type { SpreeOrder } from './order.dto';
import { serializePaymentMethod } from './payment-methods/payment-method.serializer';
import { paymentState, paymentStatus } from './payment-status';
import { serializePaymentsOf } from './payments/payment.serializer';

/** Spree's order: all fields of the legacy StoreOrder, and their names in the current API. */
export function serializeOrder(details: OrderDetails): SpreeOrder {
  const { order } = details;
  return {
    id: spreeId('order', order.id),
    number: order.number,
    state: stateOf(order),
    checkout_steps: ['payment', 'complete'],
    token: order.token,
    email: order.email,
    special_instructions: order.customerNote,
    customer_note: order.customerNote,
    currency: order.total.currency,
    locale: order.locale,
    item_count: order.itemCount,
    total_quantity: order.itemCount,
    state_lock_version: order.lockVersion,
    ...statusesOf(details),
    ...totalsOf(details),
    completed_at: order.completedAt?.toISOString() ?? null,
    created_at: order.createdAt.toISOString(),
    updated_at: order.updatedAt.toISOString(),
    ...partsOf(details),
  };
}

/** Spree's state. Tandem has no address and delivery steps: an open order is in `cart` or `payment`. */
function stateOf({ state, step }: Order): string {
  switch (state) {
    case 'open':
      return step;
    case 'completed':
      return 'complete';
    case 'canceled':
      return 'canceled';
  }
}

function statusesOf(
  details: OrderDetails,
): Pick<SpreeOrder, 'payment_state' | 'payment_status'> & Record<string, string | null> {
  return {
    shipment_state: null,
    fulfillment_status: null,
    payment_state: paymentState(details),
    payment_status: paymentStatus(details),
  };
}

function partsOf(
  details: OrderDetails,
): Pick<SpreeOrder, 'line_items' | 'payments' | 'payment_methods'> & Record<string, unknown> {
  const { order, methods, giftCard } = details;
  const items = order.items.map(serializeLineItem);
  const billing = serializeAddress(order.billAddress);
  const shipping = serializeAddress(order.shipAddress);
  return {
    market_id: null,
    market: null,
    channel_id: null,
    order_promotions: [],
    discounts: [],
    line_items: items,
    items,
    shipments: [],
    fulfillments: [],
    payments: serializePaymentsOf(details),
    bill_address: billing,
    billing_address: billing,
    ship_address: shipping,
    shipping_address: shipping,
    gift_card: giftCard && serializeGiftCard(giftCard),
    payment_methods: methods
      .filter(({ active, storefrontVisible }) => active && storefrontVisible)
      .map(serializePaymentMethod),
  };
}

/** Shipping, tax and promotions are adjustments, so their own totals are zero. */
function totalsOf(
  details: OrderDetails,
): Pick<SpreeOrder, 'total' | 'display_total'> & Record<string, string | boolean> {
  const { order } = details;
  const zero = Money.zero(order.total.currency);
  const totals = withDisplay({
    item_total: order.itemTotal,
    ship_total: zero,
    delivery_total: zero,
    adjustment_total: order.adjustmentTotal,
    promo_total: zero,
    discount_total: zero,
    tax_total: zero,
    included_tax_total: zero,
    additional_tax_total: zero,
    total: order.total,
    store_credit_total: order.storeCreditTotal,
    gift_card_total: order.giftCardTotal,
    amount_due: dueOfOrder(details).uncovered,
  });
  const { total = '', display_total = '' } = totals;
  const isCovered = order.storeCreditTotal.isPositive() && order.total.atMost(order.storeCreditTotal);
  return { ...totals, total, display_total, covered_by_store_credit: isCovered };
}
