import type { Money } from '@tandem/money';

/** An amount to be paid for an order, with the totals of its payments, updated in the transaction that writes the ledger entry. */
export interface PaymentCollection {
  readonly storeId: string;
  /** The first collection's id is its order's id. */
  readonly id: string;
  readonly orderId: string;
  /** The amount to be paid: the order's total less credit; of a further collection, a part that is due again. */
  readonly amount: Money;
  /** Total ever authorized; not reduced by captures. */
  readonly authorized: Money;
  readonly captured: Money;
  readonly refunded: Money;
  /** Authorized, then released without a capture. */
  readonly canceled: Money;
  /** Reserved by authorizations in flight. */
  readonly reserved: Money;
  readonly version: bigint;
  /** When a storefront first created it (Medusa's POST /store/payment-collections). */
  readonly initiatedAt: Date | null;
  readonly metadata: Readonly<Record<string, unknown>> | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

type Covering = Pick<PaymentCollection, 'authorized' | 'canceled' | 'refunded'>;

/** Authorized, and neither released nor refunded. */
export function covered({ authorized, canceled, refunded }: Covering): Money {
  return authorized.minus(canceled).minus(refunded);
}

/** Covered, or reserved by an authorization in flight. */
export function claimed(collection: Covering & Pick<PaymentCollection, 'reserved'>): Money {
  return covered(collection).plus(collection.reserved);
}

/** Captured and not refunded. */
export function netCaptured({ captured, refunded }: Pick<PaymentCollection, 'captured' | 'refunded'>): Money {
  return captured.minus(refunded);
}
