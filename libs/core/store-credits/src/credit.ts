import type { Money } from '@tandem/money';

/** Shared by both kinds of credit: an amount, partly used and partly reserved for open orders. */
export interface Credit {
  readonly id: string;
  readonly amount: Money;
  /** Spent on completed orders. */
  readonly used: Money;
  /** Reserved for open orders; cannot be spent elsewhere. */
  readonly held: Money;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** Store credit of one customer. */
export interface StoreCredit extends Credit {
  readonly customerId: string;
  readonly memo: string | null;
}

/** A gift card, which anyone with the code can spend. */
export interface GiftCard extends Credit {
  /** Upper case, no spaces. */
  readonly code: string;
  /** The only customer who can use it; null: anyone with the code. */
  readonly customerId: string | null;
  readonly expiresAt: Date | null;
  /** When it was spent in full. */
  readonly redeemedAt: Date | null;
  readonly canceledAt: Date | null;
  /** When it was read. Expiry is judged at this time, so that a replayed response stays the same. */
  readonly readAt: Date;
}

export type CreditKind = 'store_credit' | 'gift_card';

/** The use of a credit in an order. */
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

/** The amount that can still be spent. */
export function remaining({ amount, used, held: reserved }: Credit): Money {
  return amount.minus(used).minus(reserved);
}

export type GiftCardState = 'active' | 'partially_redeemed' | 'redeemed' | 'expired' | 'canceled';

/** Derives Spree's state of a gift card. */
export function giftCardState(card: GiftCard, now: Date): GiftCardState {
  if (card.canceledAt !== null) return 'canceled';
  if (card.amount.atMost(card.used)) return 'redeemed';
  if (isExpired(card, now)) return 'expired';
  return card.used.isPositive() ? 'partially_redeemed' : 'active';
}

export function isExpired({ expiresAt }: GiftCard, now: Date): boolean {
  return expiresAt !== null && expiresAt <= now;
}
