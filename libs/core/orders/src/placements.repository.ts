import { Injectable } from '@nestjs/common';
import type { Page, Paging } from '@tandem/context';
import { byStore, CLOCK, Database, readPage, sql, unlockedOf, type Tx } from '@tandem/database';
import { Money } from '@tandem/money';
import type { Order } from './order';

// As long as a shopper may take from their payment to the button that places the order.
const UNTIL_NOBODY_COMES = '1 hour';

// Longer than most calls of a gateway: whoever asked for the order has then placed it themselves.
const UNTIL_LOOKED_AT = '2 seconds';

const REQUEST = sql(
  'request placement',
  `UPDATE orders SET placement_requested_at = coalesce(placement_requested_at, clock.now),
     placement_due_at = now() + interval '${UNTIL_LOOKED_AT}'
     FROM ${CLOCK} WHERE store_id = $1 AND id = $2 AND state = 'open'`,
);

const WATCH = sql(
  'watch for placement',
  `UPDATE orders SET placement_due_at = now() + interval '${UNTIL_NOBODY_COMES}'
    WHERE store_id = $1 AND id = $2 AND state = 'open' AND placement_due_at IS NULL`,
);

const FORGET = sql(
  'forget placement',
  `UPDATE orders SET placement_requested_at = NULL, placement_due_at = NULL, placement_problem = NULL
    WHERE store_id = $1 AND id = $2 AND state = 'open'`,
);

const NOTE = sql(
  'note placement problem',
  `UPDATE orders SET placement_problem = $3, placement_due_at = coalesce(placement_due_at, soon.at)
     FROM (SELECT now() + interval '${UNTIL_LOOKED_AT}' AS at) soon
    WHERE store_id = $1 AND id = $2 AND state = 'open'`,
);

const IS_DUE = 'placement_due_at <= now()';

const FIND_DUE = sql(
  'find due placements',
  `SELECT store_id AS "storeId", id FROM orders WHERE ${IS_DUE} ORDER BY placement_due_at LIMIT $1`,
);

// Each look puts the next one off by as long as it has been waited for already, within bounds.
const TAKE_DUE = sql(
  'take due placements',
  `UPDATE orders o SET placement_due_at = due.next_at
     FROM (SELECT id, now()
             + least(greatest(now() - coalesce(placement_requested_at, created_at), interval '2 seconds'), interval '10 minutes') AS next_at
             FROM ${unlockedOf('orders')} WHERE ${IS_DUE}) due
    WHERE o.store_id = $1 AND o.id = due.id
   RETURNING o.store_id AS "storeId", o.id`,
);

const COLUMNS = `store_id, id, number, currency, total, placement_requested_at, placement_problem, created_at`;

const PAGE = sql(
  'page of orders not placed',
  `SELECT ${COLUMNS} FROM orders WHERE store_id = $1 AND placement_problem IS NOT NULL AND state = 'open'
    ORDER BY id LIMIT $2 OFFSET $3`,
);

const COUNT = sql(
  'count orders not placed',
  `SELECT count(*)::int AS count FROM orders
    WHERE store_id = $1 AND placement_problem IS NOT NULL AND state = 'open'`,
);

const OF_ALL_STORES = sql(
  'orders not placed of all stores',
  `SELECT ${COLUMNS} FROM orders WHERE placement_problem IS NOT NULL AND state = 'open' AND id > $1
    ORDER BY id LIMIT $2`,
);

interface Row {
  store_id: string;
  id: string;
  number: string;
  currency: string;
  total: bigint;
  placement_requested_at: Date | null;
  placement_problem: string;
  created_at: Date;
}

/** An open order that money is on and that is not placed, and why not. */
export interface UnplacedOrder {
  readonly storeId: string;
  readonly id: string;
  readonly number: string;
  readonly total: Money;
  /** Since when it is to be placed as soon as it can be; null where nobody has asked for that. */
  readonly requestedAt: Date | null;
  readonly problem: string;
  readonly createdAt: Date;
}

type Named = Pick<Order, 'storeId' | 'id'>;

/** Which open orders are to be placed on their own, and when that is looked at. Only while the order is locked, where a tx is given. */
@Injectable()
export class PlacementsRepository {
  constructor(private readonly database: Database) {}

  /** To be placed as soon as it is covered, whoever learns of it. */
  async request(tx: Tx, { storeId, id }: Named): Promise<void> {
    await tx.query(REQUEST, [storeId, id]);
  }

  /** Looked at once its shopper has had the time to complete it. */
  async watch(tx: Tx, { storeId, id }: Named): Promise<void> {
    await tx.query(WATCH, [storeId, id]);
  }

  /** No money came: it is its shopper's cart again, as any other. */
  async forget(tx: Tx, { storeId, id }: Named): Promise<void> {
    await tx.query(FORGET, [storeId, id]);
  }

  /** What keeps it from being placed, in words for an operator; null where that is over. */
  async note(tx: Tx, { storeId, id }: Named, problem: string | null): Promise<void> {
    await tx.query(NOTE, [storeId, id, problem]);
  }

  /** Those whose time has come, of all stores, with the next one set: two processes do not take the same. */
  async takeDue(limit: number): Promise<Named[]> {
    const taken: Named[] = [];
    for (const [storeId, ofStore] of byStore(await this.database.query<Named>(FIND_DUE, [limit])))
      taken.push(...(await this.database.query<Named>(TAKE_DUE, [storeId, ofStore.map(({ id }) => id)])));
    return taken;
  }

  /** Those that something keeps from being placed, oldest first. */
  async page(storeId: string, paging: Paging): Promise<Page<UnplacedOrder>> {
    const { items, count } = await readPage<Row>(
      this.database,
      { page: PAGE, count: COUNT },
      [storeId],
      paging,
    );
    return { items: items.map(unplacedFrom), count };
  }

  /** The same of all stores, after the one with this id (UUID). */
  async ofAllStores(after: string, limit: number): Promise<UnplacedOrder[]> {
    return (await this.database.query<Row>(OF_ALL_STORES, [after, limit])).map(unplacedFrom);
  }
}

function unplacedFrom(row: Row): UnplacedOrder {
  return {
    storeId: row.store_id,
    id: row.id,
    number: row.number,
    total: Money.of(row.total, row.currency),
    requestedAt: row.placement_requested_at,
    problem: row.placement_problem,
    createdAt: row.created_at,
  };
}
