import { Injectable } from '@nestjs/common';
import type { Page, Paging } from '@tandem/context';
import {
  CLOCK,
  isUniqueViolation,
  listOf,
  sql,
  type Queryable,
  type Statement,
  type Tx,
} from '@tandem/database';
import type { Money } from '@tandem/money';
import type { GiftCard } from './credit';
import { giftCardColumns } from './credit-columns.statement';
import { giftCardFrom, type GiftCardRow } from './credit.row';
import { GiftCardCodeTaken } from './store-credits.errors';

const FIND = sql(
  'find gift card',
  `SELECT ${giftCardColumns()} FROM gift_cards WHERE store_id = $1 AND id = $2`,
);

const LOCK_BY_CODE = sql(
  'lock gift card by code',
  `SELECT ${giftCardColumns()} FROM gift_cards WHERE store_id = $1 AND code = $2 FOR NO KEY UPDATE`,
);

const cards = listOf({
  name: 'gift cards',
  table: 'gift_cards',
  columns: giftCardColumns('t'),
  sort: { id: 't.id' },
  defaultSort: { field: 'id', descending: true },
  filters: { customerId: (p) => `t.customer_id = ${p}` },
});

const INSERT = sql(
  'insert gift card',
  `INSERT INTO gift_cards (store_id, id, code, customer_id, currency, amount, expires_at, created_by)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
);

const CANCEL = sql(
  'cancel gift card',
  `UPDATE gift_cards c SET canceled_at = coalesce(c.canceled_at, clock.now), updated_at = now()
     FROM ${CLOCK} WHERE c.store_id = $1 AND c.id = $2 AND c.held = 0 RETURNING ${giftCardColumns('c')}`,
);

/** A gift card to be inserted. */
export interface NewGiftCard {
  readonly id: string;
  readonly code: string;
  readonly customerId: string | null;
  readonly amount: Money;
  readonly expiresAt: Date | null;
  /** The admin or secret key that issued it (UUID). */
  readonly createdBy: string | null;
}

@Injectable()
export class GiftCardsRepository {
  findById(on: Queryable, storeId: string, id: string): Promise<GiftCard | null> {
    return this.queryOne(on, FIND, [storeId, id]);
  }

  lockByCode(tx: Tx, storeId: string, code: string): Promise<GiftCard | null> {
    return this.queryOne(tx, LOCK_BY_CODE, [storeId, code]);
  }

  /** Newest first; null: of the whole store. */
  async findPage(
    on: Queryable,
    storeId: string,
    customerId: string | null,
    paging: Paging,
  ): Promise<Page<GiftCard>> {
    const request = { storeId, filters: { customerId } };
    const { items, count } = await cards.read<GiftCardRow>(on, request, paging);
    return { items: items.map(giftCardFrom), count };
  }

  /** @throws GiftCardCodeTaken */
  async insert(tx: Tx, storeId: string, card: NewGiftCard): Promise<void> {
    const { id, code, customerId, amount, expiresAt, createdBy } = card;
    try {
      await tx.query(INSERT, [
        storeId,
        id,
        code,
        customerId,
        amount.currency,
        amount.minor,
        expiresAt,
        createdBy,
      ]);
    } catch (error) {
      throw isUniqueViolation(error) ? new GiftCardCodeTaken() : error;
    }
  }

  /** Null while a part is reserved for an open order. */
  cancel(tx: Tx, storeId: string, id: string): Promise<GiftCard | null> {
    return this.queryOne(tx, CANCEL, [storeId, id]);
  }

  private async queryOne(on: Queryable, statement: Statement, values: unknown[]): Promise<GiftCard | null> {
    const [row] = await on.query<GiftCardRow>(statement, values);
    return row ? giftCardFrom(row) : null;
  }
}
