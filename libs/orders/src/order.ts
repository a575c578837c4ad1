import type { Money } from '@tandem/money';
import type { OrderState } from './order.states';

/** One line of an order. */
export interface OrderItem {
  readonly id: string;
  readonly name: string;
  readonly sku: string | null;
  readonly quantity: number;
  /** Price of one. */
  readonly price: Money;
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
  /** Whoever holds it may see and pay the order (Spree's x-spree-order-token). Derived, never stored. */
  readonly token: string;
  readonly customerId: string | null;
  readonly regionId: string;
  readonly email: string | null;
  readonly itemTotal: Money;
  readonly adjustmentTotal: Money;
  /** Items and adjustments; never below zero. */
  readonly total: Money;
  /** The part of the total that store credit pays. */
  readonly storeCreditTotal: Money;
  readonly itemCount: number;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly completedAt: Date | null;
  readonly canceledAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly items: readonly OrderItem[];
  readonly adjustments: readonly OrderAdjustment[];
}

/** How a caller names an order: by id (UUID) or by number. */
export type OrderRef = { readonly id: string } | { readonly number: string };
