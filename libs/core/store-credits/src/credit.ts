import type { Money } from '@tandem/money';

/** What both kinds of credit are: an amount, of which a part is used and a part is held for open orders. */
export interface Credit {
  readonly id: string;
  readonly amount: Money;
  /** Spent on completed orders. */
  readonly used: Money;
  /** Set aside for orders that are still open: nobody else can spend it. */
  readonly held: Money;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** Money the store owes one customer. */
export interface StoreCredit extends Credit {
  readonly customerId: string;
  readonly memo: string | null;
}

/** Money that whoever knows its code may spend. */
export interface GiftCard extends Credit {
  /** Upper case, no spaces. */
  readonly code: string;
  /** The customer it was given to; null for whoever holds it. */
  readonly customerId: string | null;
  readonly expiresAt: Date | null;
  /** When the last of it was spent. */
  readonly redeemedAt: Date | null;
  readonly canceledAt: Date | null;
  /** When this was read: a response says as of then whether it has expired, also when it is replayed later. */
  readonly readAt: Date;
}

export type CreditKind = 'store_credit' | 'gift_card';

/** What of a credit pays an order. */
export interface CreditUse {
  readonly id: string;
  readonly orderId: string;
  readonly kind: CreditKind;
  readonly creditId: string;
  readonly amount: Money;
  readonly state: 'held' | 'used' | 'released' | 'returned';
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** What is left of it to be spent. */
export function remaining({ amount, used, held }: Credit): Money {
  return amount.minus(used).minus(held);
}

export type GiftCardState = 'active' | 'partially_redeemed' | 'redeemed' | 'expired' | 'canceled';

/** Spree's states of a gift card, from what is known of it. */
export function giftCardState(card: GiftCard, now: Date): GiftCardState {
  if (card.canceledAt !== null) return 'canceled';
  if (card.amount.atMost(card.used)) return 'redeemed';
  if (isExpired(card, now)) return 'expired';
  return card.used.isPositive() ? 'partially_redeemed' : 'active';
}

export function isExpired({ expiresAt }: GiftCard, now: Date): boolean {
  return expiresAt !== null && expiresAt <= now;
}
