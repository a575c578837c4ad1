import { Injectable } from '@nestjs/common';
import type { Page, Paging } from '@tandem/context';
import { readPage, sql, type Queryable, type Tx } from '@tandem/database';
import { Money } from '@tandem/money';
import type { StoreCredit } from './credit';
import { STORE_CREDIT_COLUMNS } from './credit-columns.statement';
import { storeCreditFrom, type StoreCreditRow } from './credit.row';

const FIND = sql(
  'find store credit',
  `SELECT ${STORE_CREDIT_COLUMNS} FROM store_credits WHERE store_id = $1 AND customer_id = $2 AND id = $3`,
);

// Always in the same order, so that two orders of one customer lock the same rows without a deadlock.
const LOCK_SPENDABLE = sql(
  'lock spendable store credits',
  `SELECT ${STORE_CREDIT_COLUMNS} FROM store_credits WHERE store_id = $1 AND customer_id = $2 AND currency = $3 AND used + held < amount
    ORDER BY id FOR NO KEY UPDATE`,
);

const PAGE = sql(
  'page of store credits',
  `SELECT ${STORE_CREDIT_COLUMNS} FROM store_credits WHERE store_id = $1 AND customer_id = $2 ORDER BY id DESC LIMIT $3 OFFSET $4`,
);

const COUNT = sql(
  'count store credits',
  `SELECT count(*)::int AS count FROM store_credits WHERE store_id = $1 AND customer_id = $2`,
);

const REMAINING = sql(
  'sum remaining store credit',
  `SELECT coalesce(sum(amount - used - held), 0)::bigint AS minor FROM store_credits
    WHERE store_id = $1 AND customer_id = $2 AND currency = $3`,
);

const INSERT = sql(
  'insert store credit',
  `INSERT INTO store_credits (store_id, id, customer_id, currency, amount, memo, created_by)
   VALUES ($1, $2, $3, $4, $5, $6, $7)`,
);

/** A store credit to be inserted. */
export interface NewStoreCredit {
  readonly id: string;
  readonly customerId: string;
  readonly amount: Money;
  readonly memo: string | null;
  /** The admin or secret key that issued it (UUID). */
  readonly createdBy: string | null;
}

@Injectable()
export class StoreCreditsRepository {
  async findById(
    on: Queryable,
    storeId: string,
    customerId: string,
    id: string,
  ): Promise<StoreCredit | null> {
    const [row] = await on.query<StoreCreditRow>(FIND, [storeId, customerId, id]);
    return row ? storeCreditFrom(row) : null;
  }

  /** Locks a customer's store credits with a remaining amount until `tx` ends; oldest first. */
  async lockSpendable(tx: Tx, storeId: string, customerId: string, currency: string): Promise<StoreCredit[]> {
    return (await tx.query<StoreCreditRow>(LOCK_SPENDABLE, [storeId, customerId, currency])).map(
      storeCreditFrom,
    );
  }

  /** Newest first. */
  async findPage(
    on: Queryable,
    storeId: string,
    customerId: string,
    paging: Paging,
  ): Promise<Page<StoreCredit>> {
    const { items, count } = await readPage<StoreCreditRow>(
      on,
      { page: PAGE, count: COUNT },
      [storeId, customerId],
      paging,
    );
    return { items: items.map(storeCreditFrom), count };
  }

  async sumRemaining(on: Queryable, storeId: string, customerId: string, currency: string): Promise<Money> {
    const [row] = await on.query<{ minor: bigint }>(REMAINING, [storeId, customerId, currency]);
    return Money.of(row?.minor ?? 0n, currency);
  }

  async insert(tx: Tx, storeId: string, credit: NewStoreCredit): Promise<void> {
    const { id, customerId, amount, memo, createdBy } = credit;
    await tx.query(INSERT, [storeId, id, customerId, amount.currency, amount.minor, memo, createdBy]);
  }
}
