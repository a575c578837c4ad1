import type { Customer } from '@tandem/customers';
import type { RequestContext } from '@tandem/context';
import { isOpenTo, withoutPersonalData, type Order } from '@tandem/orders';
import { dueOf, type Due } from '@tandem/payment-collections';
import type { PaymentMethod } from '@tandem/payment-methods';
import { chosenManualSession, type CollectionDetails, type PaymentSession } from '@tandem/payment-sessions';
import type { CreditUse, GiftCard } from '@tandem/store-credits';
import type { Region } from '@tandem/stores';

/** An order with its payments, for responses that show both. */
export interface OrderDetails {
  readonly order: Order;
  /** Its first collection, for the whole order. */
  readonly payment: CollectionDetails;
  /** Further collections that staff created after it was placed (Medusa), oldest first. */
  readonly additional: readonly CollectionDetails[];
  /** The store's payment methods, also inactive ones: older payments still name them. */
  readonly methods: readonly PaymentMethod[];
  /** The applied gift card. */
  readonly giftCard: GiftCard | null;
  /** The applied store credit and gift card amounts, oldest first. */
  readonly credit: readonly CreditUse[];
  /** Null for a guest's order. */
  readonly customer: Customer | null;
  readonly region: Region;
}

/** What is due for an order, as both dialects show it. */
export function dueOfOrder(details: OrderDetails): Due {
  const collections = collectionsOf(details).map(({ collection }) => collection);
  return dueOf(details.order, collections);
}

/** An order with one of its payments, or a session chosen to become one. */
export interface PaymentOfOrder {
  readonly details: OrderDetails;
  /** The payment or session (UUID). */
  readonly paymentId: string;
}

/** The manual payment session that the shopper chose, to be paid after placing. */
export function chosenOf({ order, payment, methods }: OrderDetails): PaymentSession | null {
  return order.state === 'open' ? chosenManualSession(payment.sessions, methods) : null;
}

/** All collections of an order, the first one before the further ones. */
export function collectionsOf({ payment, additional }: OrderDetails): readonly CollectionDetails[] {
  return [payment, ...additional];
}

/**
 * The parts of an order that the caller may see. A caller with only the cart id sees no personal data, no gift card (its code could be
 * spent) and, once placed, no card. They are removed from the read model, because that is stored for retries.
 */
export function visibleTo<T extends OrderDetails>({ caller }: RequestContext, details: T): T {
  const { order, payment, additional } = details;
  if (isOpenTo(caller, order)) return details;
  const hidden = { ...details, order: withoutPersonalData(order), customer: null, giftCard: null };
  return order.state === 'open'
    ? hidden
    : { ...hidden, payment: withoutPayer(payment), additional: additional.map(withoutPayer) };
}

/** A collection without client secrets and without the cards or accounts used to pay. */
function withoutPayer(details: CollectionDetails): CollectionDetails {
  return {
    ...details,
    sessions: details.sessions.map((session) => ({ ...session, data: {} })),
    payments: details.payments.map((history) => ({
      ...history,
      card: null,
      payment: { ...history.payment, paidWith: null },
    })),
  };
}
