import { Injectable } from '@nestjs/common';
import type { Page, Paging } from '@tandem/context';
import { byStore, CLOCK, Database, readPage, sql, unlockedOf, type Tx } from '@tandem/database';
import { Money } from '@tandem/money';
import type { Order } from './order';

// How long a shopper may take from the payment to completing the order.
const SHOPPER_DELAY = '1 hour';

// Longer than most gateway calls: by then the request that asked for completion has usually completed the order itself.
const FIRST_DELAY = '2 seconds';

const REQUEST = sql(
  'request placement',
  `UPDATE orders SET placement_requested_at = coalesce(placement_requested_at, clock.now),
     placement_due_at = now() + interval '${FIRST_DELAY}'
     FROM ${CLOCK} WHERE store_id = $1 AND id = $2 AND state = 'open'`,
);

const WATCH = sql(
  'schedule placement check',
  `UPDATE orders SET placement_due_at = now() + interval '${SHOPPER_DELAY}'
    WHERE store_id = $1 AND id = $2 AND state = 'open' AND placement_due_at IS NULL`,
);

const FORGET = sql(
  'cancel placement request',
  `UPDATE orders SET placement_requested_at = NULL, placement_due_at = NULL, placement_problem = NULL
    WHERE store_id = $1 AND id = $2 AND state = 'open'`,
);

const NOTE = sql(
  'store placement problem',
  `UPDATE orders SET placement_problem = $3, placement_due_at = coalesce(placement_due_at, soon.at)
     FROM (SELECT now() + interval '${FIRST_DELAY}' AS at) soon
    WHERE store_id = $1 AND id = $2 AND state = 'open'`,
);

const IS_DUE = 'placement_due_at <= now()';

const FIND_DUE = sql(
  'find due placements',
  `SELECT store_id AS "storeId", id FROM orders WHERE ${IS_DUE} ORDER BY placement_due_at LIMIT $1`,
);

// Exponential backoff: each attempt schedules the next one after the time waited so far, within bounds.
const TAKE_DUE = sql(
  'lease due placements',
  `UPDATE orders o SET placement_due_at = due.next_at
     FROM (SELECT id, now()
             + least(greatest(now() - coalesce(placement_requested_at, created_at), interval '2 seconds'), interval '10 minutes') AS next_at
             FROM ${unlockedOf('orders')} WHERE ${IS_DUE}) due
    WHERE o.store_id = $1 AND o.id = due.id
   RETURNING o.store_id AS "storeId", o.id`,
);

const COLUMNS = `store_id AS "storeId", id, number, currency, total, placement_requested_at AS "requestedAt",
  placement_problem AS problem, created_at AS "createdAt"`;

const PAGE = sql(
  'page of unplaced orders',
  `SELECT ${COLUMNS} FROM orders WHERE store_id = $1 AND placement_problem IS NOT NULL AND state = 'open'
    ORDER BY id LIMIT $2 OFFSET $3`,
);

const COUNT = sql(
  'count unplaced orders',
  `SELECT count(*)::int AS count FROM orders
    WHERE store_id = $1 AND placement_problem IS NOT NULL AND state = 'open'`,
);

const OF_ALL_STORES = sql(
  'find unplaced orders of all stores',
  `SELECT ${COLUMNS} FROM orders WHERE placement_problem IS NOT NULL AND state = 'open' AND id > $1
    ORDER BY id LIMIT $2`,
);

/** A paid order that is not completed, and why. */
export interface UnplacedOrder {
  readonly storeId: string;
  readonly id: string;
  readonly number: string;
  readonly total: Money;
  /** When completion was requested; null if it was not. */
  readonly requestedAt: Date | null;
  readonly problem: string;
  readonly createdAt: Date;
}

type Row = Omit<UnplacedOrder, 'total'> & { readonly total: bigint; readonly currency: string };

type OrderKey = Pick<Order, 'storeId' | 'id'>;

/** Open orders to be completed automatically, and when to try. Methods with a `tx` require the order to be locked. */
@Injectable()
export class PlacementsRepository {
  constructor(private readonly database: Database) {}

  /** Requests completion: any process completes the order as soon as it is covered. */
  async requestPlacement(tx: Tx, { storeId, id }: OrderKey): Promise<void> {
    await tx.query(REQUEST, [storeId, id]);
  }

  /** Schedules a check for when the shopper had time to complete it. */
  async scheduleCheck(tx: Tx, { storeId, id }: OrderKey): Promise<void> {
    await tx.query(WATCH, [storeId, id]);
  }

  /** Cancels the request: no money came, and the order is an ordinary cart again. */
  async cancelRequest(tx: Tx, { storeId, id }: OrderKey): Promise<void> {
    await tx.query(FORGET, [storeId, id]);
  }

  /** Stores why it cannot be completed, as text for an operator; null clears it. */
  async storeProblem(tx: Tx, { storeId, id }: OrderKey, problem: string | null): Promise<void> {
    await tx.query(NOTE, [storeId, id, problem]);
  }

  /** Leases the due orders of all stores by scheduling their next attempt, so that two processes never take the same one. */
  async leaseDue(limit: number): Promise<OrderKey[]> {
    const leased: OrderKey[] = [];
    for (const [storeId, ofStore] of byStore(await this.database.query<OrderKey>(FIND_DUE, [limit])))
      leased.push(...(await this.database.query<OrderKey>(TAKE_DUE, [storeId, ofStore.map(({ id }) => id)])));
    return leased;
  }

  /** Orders with a problem, oldest first. */
  async findPage(storeId: string, paging: Paging): Promise<Page<UnplacedOrder>> {
    const { items, count } = await readPage<Row>(
      this.database,
      { page: PAGE, count: COUNT },
      [storeId],
      paging,
    );
    return { items: items.map(unplacedFrom), count };
  }

  /** Orders with a problem in all stores, after this id (UUID). */
  async findInAllStores(after: string, limit: number): Promise<UnplacedOrder[]> {
    return (await this.database.query<Row>(OF_ALL_STORES, [after, limit])).map(unplacedFrom);
  }
}

function unplacedFrom({ currency, total, ...row }: Row): UnplacedOrder {
  return { ...row, total: Money.of(total, currency) };
}
