import { isExpired, remaining, type GiftCard } from './credit';
import {
  GiftCardCurrencyMismatch,
  GiftCardExpired,
  GiftCardNotFound,
  GiftCardRedeemed,
} from './store-credits.errors';

/** The customer and currency of an order. */
export interface GiftCardOrder {
  /** UUID; null for a guest's. */
  readonly customerId: string | null;
  /** ISO 4217. */
  readonly currency: string;
}

/**
 * Checks that the card can be applied to this order now. Another customer's or a canceled card is reported as not found.
 * @throws GiftCardNotFound, GiftCardExpired, GiftCardCurrencyMismatch, GiftCardRedeemed
 */
export function usableGiftCard(card: GiftCard | null, order: GiftCardOrder, now: Date): GiftCard {
  const isForCustomer = card !== null && (card.customerId === null || card.customerId === order.customerId);
  if (!isForCustomer || card.canceledAt !== null) throw new GiftCardNotFound();
  if (isExpired(card, now)) throw new GiftCardExpired();
  if (card.amount.currency !== order.currency) throw new GiftCardCurrencyMismatch();
  if (!remaining(card).isPositive()) throw new GiftCardRedeemed();
  return card;
}
