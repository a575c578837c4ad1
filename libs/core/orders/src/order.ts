import type { Money } from '@tandem/money';
import type { Address } from './address';
import type { OrderCreditLine } from './credit-line';
import type { OrderState } from './order.states';

/**
 * What the id alone allows a caller to do with a guest's order (Medusa; Spree always requires the order's token):
 * - `full`: everything. It was created as a Medusa cart, where the cart id is the credential;
 * - `pay`: pay and complete it. It was imported, and its cart id was given to a storefront for that. It shows no personal data and
 *   cannot be changed or assigned to a customer;
 * - `none`: nothing. It was created through Spree, and requires its token.
 */
export type IdAccess = 'full' | 'pay' | 'none';

/** One line of an order. */
export interface OrderItem {
  readonly id: string;
  /** The variant; null for an imported line. */
  readonly variantId: string | null;
  readonly name: string;
  readonly sku: string | null;
  readonly quantity: number;
  /** Unit price. */
  readonly price: Money;
  /** Set by the storefront. Not returned by Spree's API. */
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** Shipping, tax, a discount or anything else that changes the total. May be negative. */
export interface OrderAdjustment {
  readonly id: string;
  readonly label: string;
  readonly amount: Money;
}

/** An order; a cart while it is open. A guest's order has no customer and is accessed by its order token. */
export interface Order {
  readonly storeId: string;
  readonly id: string;
  /** R and 9 digits, or the order system's number. Unique in the store. */
  readonly number: string;
  readonly state: OrderState;
  /** Step of an open order: being filled, or ready to be paid. An imported order is ready from the start. */
  readonly step: 'cart' | 'payment';
  /** Bearer token to see and pay the order (Spree's x-spree-order-token). Derived, never stored. */
  readonly token: string;
  readonly customerId: string | null;
  /** What the id alone allows while it is a guest's order. */
  readonly idAccess: IdAccess;
  readonly regionId: string;
  readonly email: string | null;
  /** BCP 47, as given by the storefront. */
  readonly locale: string | null;
  readonly customerNote: string | null;
  readonly billAddress: Address | null;
  readonly shipAddress: Address | null;
  readonly itemTotal: Money;
  readonly adjustmentTotal: Money;
  /** Items and adjustments; never below zero. */
  readonly total: Money;
  /** The part of the total paid by store credit. */
  readonly storeCreditTotal: Money;
  /** The part of the total paid by a gift card. */
  readonly giftCardTotal: Money;
  /** Incremented by every change of items or details (Spree's state_lock_version). */
  readonly lockVersion: number;
  readonly itemCount: number;
  readonly metadata: Readonly<Record<string, unknown>>;
  /** When completion was requested: it is completed as soon as it is covered. Null: the shopper completes it. */
  readonly placementRequestedAt: Date | null;
  /** When the worker next tries to complete it. */
  readonly placementDueAt: Date | null;
  /** Why a paid order cannot be completed, as text for an operator. */
  readonly placementProblem: string | null;
  readonly completedAt: Date | null;
  readonly canceledAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly items: readonly OrderItem[];
  readonly adjustments: readonly OrderAdjustment[];
  /** Oldest first, including voided ones. Only a completed order has any. */
  readonly creditLines: readonly OrderCreditLine[];
}

/** An order by id (UUID) or by number. */
export type OrderRef = { readonly id: string } | { readonly number: string };
