import type { Money } from '@tandem/money';
import type { Address } from './address';
import type { OrderCreditLine } from './credit-line';
import type { OrderState } from './order.states';

/**
 * What a guest's order gives to whoever knows its id and nothing else (Medusa; Spree always asks for the order's token):
 * - `full`: everything, for it was made as a Medusa cart, and there a cart's id is what opens it;
 * - `pay`: it can be paid and placed, for it was handed over, and its cart id was given to a storefront for that; it shows
 *   no person, is not changed, and is nobody's to take over;
 * - `none`: nothing, for it was made through Spree. Its token opens it.
 */
export type IdAccess = 'full' | 'pay' | 'none';

/** One line of an order. */
export interface OrderItem {
  readonly id: string;
  /** The variant it was filled from; null where an order system handed it over by name. */
  readonly variantId: string | null;
  readonly name: string;
  readonly sku: string | null;
  readonly quantity: number;
  /** Price of one. */
  readonly price: Money;
  /** The storefront's own. Spree never shows it again. */
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** Shipping, tax, a discount: whatever changes the total besides the items. May be negative. */
export interface OrderAdjustment {
  readonly id: string;
  readonly label: string;
  readonly amount: Money;
}

/** What is paid for. Open (a cart) until completed. A guest's has no customer and is held by its order token. */
export interface Order {
  readonly storeId: string;
  readonly id: string;
  /** R and 9 digits, or the order system's own. Unique in the store. */
  readonly number: string;
  readonly state: OrderState;
  /** How far an open order is: still being filled, or ready to be paid. One handed over is ready from the start. */
  readonly step: 'cart' | 'payment';
  /** Whoever holds it may see and pay the order (Spree's x-spree-order-token). Derived, never stored. */
  readonly token: string;
  readonly customerId: string | null;
  /** What its id alone opens while it is a guest's. */
  readonly idAccess: IdAccess;
  readonly regionId: string;
  readonly email: string | null;
  /** BCP 47, as the storefront said it. */
  readonly locale: string | null;
  readonly customerNote: string | null;
  readonly billAddress: Address | null;
  readonly shipAddress: Address | null;
  readonly itemTotal: Money;
  readonly adjustmentTotal: Money;
  /** Items and adjustments; never below zero. */
  readonly total: Money;
  /** The part of the total that store credit pays. */
  readonly storeCreditTotal: Money;
  /** The part of the total that a gift card pays. */
  readonly giftCardTotal: Money;
  /** Raised by every change of its items or details (Spree's state_lock_version). */
  readonly lockVersion: number;
  readonly itemCount: number;
  readonly metadata: Readonly<Record<string, unknown>>;
  /** Since when it is to be placed as soon as it is covered; null where that is left to its shopper. */
  readonly placementRequestedAt: Date | null;
  /** When an open order is next looked at for that. */
  readonly placementDueAt: Date | null;
  /** What keeps it from being placed though money is on it, in words for an operator. */
  readonly placementProblem: string | null;
  readonly completedAt: Date | null;
  readonly canceledAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly items: readonly OrderItem[];
  readonly adjustments: readonly OrderAdjustment[];
  /** Oldest first, voided ones too. Only a placed order has any. */
  readonly creditLines: readonly OrderCreditLine[];
}

/** How a caller names an order: by id (UUID) or by number. */
export type OrderRef = { readonly id: string } | { readonly number: string };
