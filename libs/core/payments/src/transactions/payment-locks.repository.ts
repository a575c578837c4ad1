import { Injectable } from '@nestjs/common';
import { accessScopeValues, EVERY_ORDER, type AccessScope } from '@tandem/context';
import { sql, type Tx } from '@tandem/database';
import { Money } from '@tandem/money';
import { scopeFilter, type LockedState, type OrderRef } from '@tandem/orders';
import { dueOf, type CollectionTotals, type Due, type PricedOrder } from '@tandem/payment-collections';
import type { Payment } from '../payment';
import { paymentColumns } from '../payment-columns.statement';
import { paymentFrom, type PaymentRow } from '../payment.row';

const OF_ORDER = `FROM orders o JOIN payments p ON p.store_id = o.store_id AND p.order_id = o.id
    WHERE p.store_id = $1 AND p.id = $2 AND ($3::uuid IS NULL OR o.id = $3) AND ($4::text IS NULL OR o.number = $4)
      AND ${scopeFilter(5)}`;

// Locks the rows in the order of this list.
const LOCK_WITH_ORDER = sql(
  'lock order and payment',
  `SELECT ${paymentColumns('p')}, o.state AS "orderState", o.completed_at AS "orderCompletedAt" ${OF_ORDER}
     FOR NO KEY UPDATE OF o, p`,
  2,
);

const LOCK_ORDER = sql(
  'lock order of payment',
  `SELECT o.store_id AS "storeId", o.id, o.state, o.completed_at AS "completedAt", o.currency, o.total,
     o.store_credit_total AS "storeCreditTotal", o.gift_card_total AS "giftCardTotal" ${OF_ORDER}
     FOR NO KEY UPDATE OF o`,
  2,
);

// Locks each collection and each payment, by id, before it adds up their totals: so that two transactions do not deadlock, and all
// totals are the latest.
const LOCK_PAYMENTS = sql(
  'lock collections and payments of order',
  `WITH collections AS (
     SELECT id, authorized, captured, refunded, canceled, reserved FROM payment_collections
      WHERE store_id = $1 AND order_id = $2 AND deleted_at IS NULL ORDER BY id FOR NO KEY UPDATE),
   locked AS (
     SELECT * FROM payments WHERE store_id = $1 AND collection_id = ANY (ARRAY(SELECT id FROM collections))
      ORDER BY id FOR NO KEY UPDATE)
   SELECT ${paymentColumns('p')},
     (SELECT ARRAY[sum(authorized), sum(captured), sum(refunded), sum(canceled), sum(reserved)]::text[]
        FROM collections) AS totals,
     (SELECT sum(capturing)::bigint FROM locked) AS "allCapturing",
     (SELECT coalesce(sum(amount), 0)::bigint FROM order_credit_lines
       WHERE store_id = $1 AND order_id = $2 AND voided_at IS NULL) AS "creditLineTotal"
     FROM locked p WHERE p.id = $3`,
  // Waits for no row: the order is locked already, so other transactions wait for that.
  0,
);

/** How a caller names a payment: by id, or under its order. */
export interface NamedPayment {
  readonly id: string;
  readonly order?: OrderRef;
}

interface OrderRow extends LockedState {
  readonly currency: string;
  readonly total: bigint;
  readonly storeCreditTotal: bigint;
  readonly giftCardTotal: bigint;
}

type WithOrder = PaymentRow & {
  readonly orderState: LockedState['state'];
  readonly orderCompletedAt: Date | null;
};

type WithTotals = PaymentRow & {
  /** Of all collections: authorized, captured, refunded, canceled, reserved. */
  readonly totals: readonly [string, string, string, string, string];
  readonly allCapturing: bigint;
  readonly creditLineTotal: bigint;
};

/** A payment and its order, locked. */
export interface LockedPayment {
  readonly order: LockedState;
  readonly payment: Payment;
}

/** A locked order with its price; its credit lines are read once its payments are locked. */
export type LockedOrder = LockedState & Omit<PricedOrder, 'creditLines'>;

/** Locks an order and then its payments. Null for a payment that does not exist or that the caller may not access. */
@Injectable()
export class PaymentLocksRepository {
  async lockWithOrder(
    tx: Tx,
    storeId: string,
    named: NamedPayment,
    scope: AccessScope,
  ): Promise<LockedPayment | null> {
    const [row] = await tx.query<WithOrder>(LOCK_WITH_ORDER, valuesOf(storeId, named, scope));
    if (!row) return null;
    const { orderState: state, orderCompletedAt: completedAt, ...found } = row;
    const payment = paymentFrom(found);
    return { order: { storeId: payment.storeId, id: payment.orderId, state, completedAt }, payment };
  }

  async lockOrder(
    tx: Tx,
    storeId: string,
    named: NamedPayment,
    scope: AccessScope = EVERY_ORDER,
  ): Promise<LockedOrder | null> {
    const [row] = await tx.query<OrderRow>(LOCK_ORDER, valuesOf(storeId, named, scope));
    if (!row) return null;
    const { currency, total, storeCreditTotal, giftCardTotal, ...order } = row;
    const money = (minor: bigint): Money => Money.of(minor, currency);
    return {
      ...order,
      total: money(total),
      storeCreditTotal: money(storeCreditTotal),
      giftCardTotal: money(giftCardTotal),
    };
  }

  /**
   * Locks the order's collections and payments: what is due does not change until the transaction ends. Returns the payment too.
   * The order must be locked.
   */
  async lockWithDue(
    tx: Tx,
    order: LockedOrder,
    id: string,
  ): Promise<{ readonly payment: Payment; readonly due: Due } | null> {
    const [row] = await tx.query<WithTotals>(LOCK_PAYMENTS, [order.storeId, order.id, id]);
    if (!row) return null;
    const { totals, allCapturing, creditLineTotal, ...found } = row;
    const money = (minor: bigint | string): Money => Money.of(BigInt(minor), row.currency);
    const [authorized, captured, refunded, canceled, reserved] = totals;
    const collections: CollectionTotals = {
      authorized: money(authorized),
      captured: money(captured),
      refunded: money(refunded),
      canceled: money(canceled),
      reserved: money(reserved),
    };
    const priced = { ...order, creditLines: [{ amount: money(creditLineTotal), voidedAt: null }] };
    return { payment: paymentFrom(found), due: dueOf(priced, [collections], money(allCapturing)) };
  }
}

function valuesOf(storeId: string, { id, order }: NamedPayment, scope: AccessScope): unknown[] {
  const orderId = order && 'id' in order ? order.id : null;
  const number = order && 'number' in order ? order.number : null;
  return [storeId, id, orderId, number, ...accessScopeValues(scope)];
}
