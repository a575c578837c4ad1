import { Injectable } from '@nestjs/common';
import { CLOCK, mustChange, sql, type Queryable, type Statement, type Tx } from '@tandem/database';
import { newId } from '@tandem/ids';
import type { Money } from '@tandem/money';
import type { CreditKind, CreditUse, GiftCard } from './credit';
import { CREDIT_USE_COLUMNS, giftCardColumns } from './credit-columns.statement';
import { creditUseFrom, giftCardFrom, type CreditUseRow, type GiftCardRow } from './credit.row';

const OF_ORDERS = sql(
  'find credit uses of orders',
  `SELECT ${CREDIT_USE_COLUMNS} FROM credit_uses WHERE store_id = $1 AND order_id = ANY($2) AND state IN ('held', 'used') ORDER BY id`,
);

const GIFT_CARDS_OF_ORDERS = sql(
  'find gift cards of orders',
  `SELECT ${giftCardColumns('g')}, u.order_id AS "orderId" FROM credit_uses u
     JOIN gift_cards g ON g.store_id = u.store_id AND g.id = u.credit_id
    WHERE u.store_id = $1 AND u.order_id = ANY($2) AND u.kind = 'gift_card' AND u.state IN ('held', 'used')`,
);

const SET_AMOUNT = sql(
  'set amount of credit use',
  `UPDATE credit_uses SET amount = $3, updated_at = now() WHERE store_id = $1 AND id = $2 AND state = 'held' RETURNING id`,
);

const SET_STATE = sql(
  'set state of credit use',
  `UPDATE credit_uses SET state = $3, updated_at = now() WHERE store_id = $1 AND id = $2 RETURNING id`,
);

const TABLES = { store_credit: 'store_credits', gift_card: 'gift_cards' } satisfies Record<
  CreditKind,
  string
>;

/** Statements that move an amount ($3) between the remaining, reserved and used parts of a credit. */
function moves(name: string, set: string): Record<CreditKind, Statement> {
  const statement = (kind: CreditKind): Statement =>
    sql(
      `${name} of ${kind}`,
      `UPDATE ${TABLES[kind]} SET ${set}, updated_at = now() WHERE store_id = $1 AND id = $2 RETURNING id`,
    );
  return { store_credit: statement('store_credit'), gift_card: statement('gift_card') };
}

const holdOf = (kind: CreditKind): Statement =>
  sql(
    `hold of ${kind}`,
    `WITH credit AS (
       UPDATE ${TABLES[kind]} SET held = held + $3, updated_at = now() WHERE store_id = $1 AND id = $2
       RETURNING store_id, id, currency)
     INSERT INTO credit_uses (store_id, id, order_id, kind, credit_id, amount, currency, state)
     SELECT store_id, $4, $5, '${kind}', id, $3, currency, 'held' FROM credit RETURNING id`,
  );

const HOLD: Record<CreditKind, Statement> = {
  store_credit: holdOf('store_credit'),
  gift_card: holdOf('gift_card'),
};
const RELEASE = moves('release', 'held = held - $3');
const RETURN = moves('return', 'used = used - $3');
const SPEND: Record<CreditKind, Statement> = {
  ...moves('spend', 'held = held - $3, used = used + $3'),
  gift_card: sql(
    'spend of gift card',
    `UPDATE gift_cards SET held = held - $3, used = used + $3, updated_at = now(),
       redeemed_at = CASE WHEN used + $3 = amount THEN clock.now END
      FROM ${CLOCK} WHERE store_id = $1 AND id = $2 RETURNING id`,
  ),
};

/** Writes credits and their uses together: a credit's `held` and `used` are the sums of its uses. */
@Injectable()
export class CreditUsesRepository {
  /** The reserved and spent credit of the order, oldest first. */
  findByOrder(on: Queryable, storeId: string, orderId: string): Promise<CreditUse[]> {
    return this.findByOrders(on, storeId, [orderId]);
  }

  /** Like `ofOrder`, for several orders. */
  async findByOrders(on: Queryable, storeId: string, orderIds: readonly string[]): Promise<CreditUse[]> {
    return (await on.query<CreditUseRow>(OF_ORDERS, [storeId, orderIds])).map(creditUseFrom);
  }

  /** The gift cards applied to these orders, by order id. */
  async findGiftCardsByOrders(
    on: Queryable,
    storeId: string,
    orderIds: readonly string[],
  ): Promise<[string, GiftCard][]> {
    const rows = await on.query<GiftCardRow & { orderId: string }>(GIFT_CARDS_OF_ORDERS, [storeId, orderIds]);
    return rows.map(({ orderId, ...row }) => [orderId, giftCardFrom(row)]);
  }

  async reserve(
    tx: Tx,
    order: { storeId: string; id: string },
    credit: { kind: CreditKind; id: string },
    amount: Money,
  ): Promise<void> {
    const values = [order.storeId, credit.id, amount.minor, newId(), order.id];
    await this.updateOne(tx, HOLD[credit.kind], values);
  }

  /** Releases a part of a reservation; releasing all of it ends the use. */
  async release(tx: Tx, storeId: string, use: CreditUse, amount: Money): Promise<void> {
    await this.updateOne(tx, RELEASE[use.kind], [storeId, use.creditId, amount.minor]);
    const left = use.amount.minus(amount);
    if (left.isPositive()) await this.updateOne(tx, SET_AMOUNT, [storeId, use.id, left.minor]);
    else await this.updateOne(tx, SET_STATE, [storeId, use.id, 'released']);
  }

  /** The order is completed: the reserved amount becomes used. */
  async spend(tx: Tx, storeId: string, use: CreditUse): Promise<void> {
    await this.updateOne(tx, SPEND[use.kind], [storeId, use.creditId, use.amount.minor]);
    await this.updateOne(tx, SET_STATE, [storeId, use.id, 'used']);
  }

  /** The order is canceled: the used amount is restored. */
  async restore(tx: Tx, storeId: string, use: CreditUse): Promise<void> {
    await this.updateOne(tx, RETURN[use.kind], [storeId, use.creditId, use.amount.minor]);
    await this.updateOne(tx, SET_STATE, [storeId, use.id, 'returned']);
  }

  /** The row must have been read under its lock. */
  private async updateOne(tx: Tx, statement: Statement, values: readonly unknown[]): Promise<void> {
    const [changed] = await tx.query(statement, values);
    mustChange(changed, statement.name);
  }
}
