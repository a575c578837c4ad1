import type { Customer } from '@tandem/customers';
import type { RequestContext } from '@tandem/context';
import { isOpenTo, withoutPersonalData, type Order } from '@tandem/orders';
import { dueOf, type Due } from '@tandem/payment-collections';
import type { PaymentMethod } from '@tandem/payment-methods';
import { chosenByHand, type CollectionDetails, type PaymentSession } from '@tandem/payment-sessions';
import type { CreditUse, GiftCard } from '@tandem/store-credits';
import type { Region } from '@tandem/stores';

/** An order with its payment side, for an answer that shows both. */
export interface OrderDetails {
  readonly order: Order;
  /** What is to be paid for the whole of it. */
  readonly payment: CollectionDetails;
  /** What the store's people asked for besides, once it was placed (Medusa), oldest first. */
  readonly additional: readonly CollectionDetails[];
  /** The store's methods, also those no longer active: a payment made with one still names it. */
  readonly methods: readonly PaymentMethod[];
  /** The card that pays a part of it. */
  readonly giftCard: GiftCard | null;
  /** What store credit and the gift card pay of it, oldest first. */
  readonly credit: readonly CreditUse[];
  /** Whose it is; null for a guest's. */
  readonly customer: Customer | null;
  readonly region: Region;
}

/** What is due for an order, as both dialects show it. */
export function dueIn(details: OrderDetails): Due {
  const collections = collectionsOf(details).map(({ collection }) => collection);
  return dueOf(details.order, collections);
}

/** An order with one of its payments, or of what is chosen to become one. */
export interface PaymentOfOrder {
  readonly details: OrderDetails;
  /** UUID. */
  readonly paymentId: string;
}

/** What its shopper has chosen to pay by hand once it is placed. */
export function chosenOf({ order, payment, methods }: OrderDetails): PaymentSession | null {
  return order.state === 'open' ? chosenByHand(payment.sessions, methods) : null;
}

/** All that was to be paid for an order, its first collection before the further ones. */
export function collectionsOf({ payment, additional }: OrderDetails): readonly CollectionDetails[] {
  return [payment, ...additional];
}

/**
 * What of an order the caller is shown: who knows no more than the id it is paid by is shown no person and no gift card, which its code
 * would hand over, and once it is placed no card. It is left out of the read model, for that is stored.
 */
export function visibleTo<T extends OrderDetails>({ caller }: RequestContext, details: T): T {
  const { order, payment } = details;
  if (isOpenTo(caller, order)) return details;
  const shown = order.state === 'open' ? payment : withoutPayer(payment);
  return { ...details, order: withoutPersonalData(order), payment: shown, customer: null, giftCard: null };
}

/** A collection without the secrets of its sessions' pages and what its payments were paid with. */
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
