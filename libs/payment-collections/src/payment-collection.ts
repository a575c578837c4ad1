import { Money } from '@tandem/money';

/** All that is to be paid for an order, with totals kept by the ledger in the same transaction as its rows. */
export interface PaymentCollection {
  readonly storeId: string;
  /** The collection of a cart carries its order's own id: a cart is paid for once. */
  readonly id: string;
  readonly orderId: string;
  /** What is to be paid: the order's total less its store credit. */
  readonly amount: Money;
  /** Ever authorized; it does not shrink when a part is captured. */
  readonly authorized: Money;
  readonly captured: Money;
  readonly refunded: Money;
  /** Authorized, then released without a capture. */
  readonly canceled: Money;
  /** Held by authorizations whose outcome is not known yet. */
  readonly reserved: Money;
  readonly version: bigint;
  /** When a storefront first asked for it (Medusa's POST /store/payment-collections). */
  readonly initiatedAt: Date | null;
  readonly completedAt: Date | null;
  readonly metadata: Readonly<Record<string, unknown>> | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** What authorizations cover for good: what was released or given back is owed again. */
export function covered(collection: PaymentCollection): Money {
  return collection.authorized.minus(collection.canceled).minus(collection.refunded);
}

/** What another session may still take. Never negative. */
export function outstanding(collection: PaymentCollection): Money {
  const left = collection.amount.minus(covered(collection)).minus(collection.reserved);
  return left.isPositive() ? left : Money.zero(collection.amount.currency);
}

/** What was taken and not given back. */
export function kept(collection: PaymentCollection): Money {
  return collection.captured.minus(collection.refunded);
}

/**
 * What of an order's price is neither taken nor asked for by a further collection. Its first collection asks for the
 * whole price; what is held and not taken can still be let go, so it does not count.
 */
export function pendingDifference(ofOrder: readonly PaymentCollection[]): Money {
  const first = ofOrder.find(({ id, orderId }) => id === orderId);
  if (!first) throw new Error('an order without its first payment collection');
  const taken = ofOrder.reduce((left, collection) => left.minus(kept(collection)), first.amount);
  const asked = ofOrder.filter(({ id, orderId, authorized }) => id !== orderId && authorized.isZero());
  return asked.reduce((left, { amount }) => left.minus(amount), taken);
}

/** A row of payment_collections; from JSON its amounts are numbers (exact below 15 digits) and its times are text. */
export interface CollectionRow {
  store_id: string;
  id: string;
  order_id: string;
  currency: string;
  amount: bigint | number;
  authorized: bigint | number;
  captured: bigint | number;
  refunded: bigint | number;
  canceled: bigint | number;
  reserved: bigint | number;
  version: bigint | number;
  initiated_at: Date | string | null;
  completed_at: Date | string | null;
  metadata: Record<string, unknown> | null;
  created_at: Date | string;
  updated_at: Date | string;
}

export function collectionFrom(row: CollectionRow): PaymentCollection {
  const money = (minor: bigint | number): Money => Money.of(BigInt(minor), row.currency);
  return {
    storeId: row.store_id,
    id: row.id,
    orderId: row.order_id,
    amount: money(row.amount),
    authorized: money(row.authorized),
    captured: money(row.captured),
    refunded: money(row.refunded),
    canceled: money(row.canceled),
    reserved: money(row.reserved),
    version: BigInt(row.version),
    initiatedAt: row.initiated_at === null ? null : new Date(row.initiated_at),
    completedAt: row.completed_at === null ? null : new Date(row.completed_at),
    metadata: row.metadata,
    createdAt: new Date(row.created_at),
    updatedAt: new Date(row.updated_at),
  };
}
