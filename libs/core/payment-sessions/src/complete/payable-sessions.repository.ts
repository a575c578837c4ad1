import { Injectable } from '@nestjs/common';
import { accessScopeValues, type AccessScope } from '@tandem/context';
import { mustChange, sql, type Tx } from '@tandem/database';
import { Money } from '@tandem/money';
import { scopeFilter, type Order } from '@tandem/orders';
import {
  collectionColumns,
  collectionFrom,
  reserveOfCollection,
  type CollectionRow,
} from '@tandem/payment-collections';
import type { PaymentSession } from '../payment-session';
import { sessionFrom, type SessionRow } from '../payment-session.row';
import { SESSION } from '../payment-session.states';
import { SESSION_NOW } from '../payment-session-updates.statement';
import type { LockedSession, PayableOrder, SessionPlace } from '../session-locks';

const LOCK_ORDER = sql(
  'lock order to pay',
  `SELECT o.store_id AS "storeId", o.id, o.state, o.placement_due_at AS "placementDueAt", o.currency, o.total,
     o.store_credit_total AS "storeCreditTotal", o.gift_card_total AS "giftCardTotal"
     FROM orders o WHERE o.store_id = $1 AND o.id = $2 AND ${scopeFilter(3)} FOR NO KEY UPDATE`,
);

// A separate statement, so that it sees what the transaction that the order's lock waited for has written.
const LOCK_SESSION = sql(
  'lock collection and payment session',
  `SELECT ${collectionColumns('c.')}, ${SESSION_NOW} AS session,
     EXISTS (SELECT 1 FROM provider_operations o WHERE o.store_id = $1 AND o.session_id = $3
       AND o.state = 'requested' AND o.payment_id IS NULL) AS "isInFlight",
     (SELECT coalesce(sum(l.amount), 0)::bigint FROM order_credit_lines l
       WHERE l.store_id = $1 AND l.order_id = $4 AND l.voided_at IS NULL) AS "creditLineTotal"
     FROM payment_collections c JOIN payment_sessions s ON s.store_id = c.store_id AND s.collection_id = c.id
    WHERE c.store_id = $1 AND c.id = $2 AND s.id = $3 AND c.deleted_at IS NULL FOR NO KEY UPDATE OF c, s`,
  2,
);

const RESERVE_AND_SUBMIT = sql(
  'reserve amount and submit payment session',
  `WITH collection AS (
     ${reserveOfCollection({ storeId: '$1', id: '$2', amount: '$4' })} RETURNING 1 AS one),
   submitted AS (
     UPDATE payment_sessions s SET state = $5, updated_at = now() FROM collection
      WHERE s.store_id = $1 AND s.id = $3 AND s.state = ANY($6) RETURNING 1 AS one)
   SELECT EXISTS (SELECT 1 FROM submitted) AS "isSubmitted" FROM collection`,
);

interface OrderRow extends Pick<Order, 'storeId' | 'id' | 'state' | 'placementDueAt'> {
  readonly currency: string;
  readonly total: bigint;
  readonly storeCreditTotal: bigint;
  readonly giftCardTotal: bigint;
}

type SessionToPayRow = CollectionRow & {
  readonly session: SessionRow;
  readonly isInFlight: boolean;
  readonly creditLineTotal: bigint;
};

/** A locked session, and whether a call about the session itself has no final outcome yet. */
type LockedToPay = LockedSession & { readonly isInFlight: boolean };

/** Statements of an authorization, each across the tables of order, collection and session. */
@Injectable()
export class PayableSessionsRepository {
  /** Locks order, collection and session, in this order. Null if one does not exist, or the caller may not access the order. */
  async lockForUpdate(tx: Tx, found: SessionPlace, scope: AccessScope): Promise<LockedToPay | null> {
    const { storeId, orderId, collectionId, id } = found;
    // Sent together, and executed in this order.
    const [[order], [row]] = await Promise.all([
      tx.query<OrderRow>(LOCK_ORDER, [storeId, orderId, ...accessScopeValues(scope)]),
      tx.query<SessionToPayRow>(LOCK_SESSION, [storeId, collectionId, id, orderId]),
    ]);
    if (!order || !row) return null;
    const { session, isInFlight, creditLineTotal, ...collection } = row;
    return {
      order: orderFrom(order, creditLineTotal),
      collection: collectionFrom(collection),
      session: sessionFrom(session),
      isInFlight,
    };
  }

  /** Reserves the session's amount for an authorization; false if that exceeds the payable amount. The session is locked and open. */
  async reserveAndSubmit(tx: Tx, session: PaymentSession): Promise<boolean> {
    const { storeId, collectionId, id, amount } = session;
    const states = [SESSION.target('submit'), SESSION.statesThat('submit')];
    const values = [storeId, collectionId, id, amount.minor, ...states];
    const [reserved] = await tx.query<{ isSubmitted: boolean }>(RESERVE_AND_SUBMIT, values);
    if (!reserved) return false;
    return mustChange(reserved.isSubmitted, RESERVE_AND_SUBMIT.name);
  }
}

function orderFrom({ currency, ...row }: OrderRow, creditLineTotal: bigint): PayableOrder {
  const money = (minor: bigint): Money => Money.of(minor, currency);
  return {
    ...row,
    total: money(row.total),
    storeCreditTotal: money(row.storeCreditTotal),
    giftCardTotal: money(row.giftCardTotal),
    creditLines: [{ amount: money(creditLineTotal), voidedAt: null }],
  };
}
