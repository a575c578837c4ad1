import { Injectable } from '@nestjs/common';
import type { Page, Paging } from '@tandem/context';
import { isUniqueViolation, listOf, sql, type Queryable, type Tx } from '@tandem/database';
import { Money } from '@tandem/money';
import type { Variant } from './variant';
import { SkuTaken } from './variants.errors';

/** `v` is the alias of variants. */
const columnsOf = (v: string): string => `${v}.id, ${v}.sku, ${v}.name, ${v}.active,
  ${v}.created_at AS "createdAt", ${v}.updated_at AS "updatedAt",
  (SELECT coalesce(json_agg(json_build_object('currency', p.currency, 'amount', p.amount) ORDER BY p.currency), '[]')
     FROM variant_prices p WHERE p.store_id = ${v}.store_id AND p.variant_id = ${v}.id) AS prices`;

const FIND = sql(
  'find variants',
  `SELECT ${columnsOf('v')} FROM variants v WHERE v.store_id = $1 AND v.id = ANY($2) AND v.deleted_at IS NULL`,
);

// Joins from prices to variants, not the other way: a currency without prices then costs nothing.
const IS_PRICED_IN = sql(
  'find price in currency',
  `SELECT 1 FROM variant_prices p
     JOIN LATERAL (
       SELECT 1 FROM variants v WHERE v.store_id = p.store_id AND v.id = p.variant_id AND v.active AND v.deleted_at IS NULL
       OFFSET 0) v ON true
    WHERE p.store_id = $1 AND p.currency = $2 LIMIT 1`,
);

const LOCK = sql('lock variant', `SELECT id FROM variants WHERE store_id = $1 AND id = $2 FOR NO KEY UPDATE`);

const variants = listOf({
  name: 'variants',
  table: 'variants',
  columns: columnsOf('t'),
  sort: { id: 't.id' },
  defaultSort: { field: 'id', descending: true },
  always: 't.deleted_at IS NULL',
  filters: { sku: (p) => `t.sku = ${p}` },
});

const SAVE = sql(
  'save variant',
  `INSERT INTO variants (store_id, id, sku, name, active) VALUES ($1, $2, $3, $4, $5)
   ON CONFLICT (store_id, id) DO UPDATE SET sku = excluded.sku, name = excluded.name, active = excluded.active,
     updated_at = excluded.updated_at`,
);

const CLEAR_PRICES = sql(
  'clear variant prices',
  `DELETE FROM variant_prices WHERE store_id = $1 AND variant_id = $2`,
);

const INSERT_PRICES = sql(
  'insert variant prices',
  `INSERT INTO variant_prices (store_id, variant_id, currency, amount)
   SELECT $1, $2, p->>'currency', (p->>'amount')::bigint FROM jsonb_array_elements($3::jsonb) p`,
);

const REMOVE = sql(
  'remove variant',
  `UPDATE variants SET deleted_at = now() WHERE store_id = $1 AND id = $2 AND deleted_at IS NULL`,
);

/** A variant whose prices are JSON: their amounts are numbers (exact below 15 digits). */
type Row = Omit<Variant, 'prices'> & { readonly prices: readonly { currency: string; amount: number }[] };

/** A variant to be written. */
export type VariantToSave = Omit<Variant, 'createdAt' | 'updatedAt'>;

@Injectable()
export class VariantsRepository {
  /** Existing variants, unordered. */
  async findByIds(on: Queryable, storeId: string, ids: readonly string[]): Promise<Variant[]> {
    return (await on.query<Row>(FIND, [storeId, ids])).map(variantFrom);
  }

  async findPage(on: Queryable, storeId: string, paging: Paging, sku: string | null): Promise<Page<Variant>> {
    const { items, count } = await variants.read<Row>(on, { storeId, filters: { sku } }, paging);
    return { items: items.map(variantFrom), count };
  }

  /** Whether any active variant has a price in the currency. */
  async isPricedIn(on: Queryable, storeId: string, currency: string): Promise<boolean> {
    return (await on.query(IS_PRICED_IN, [storeId, currency])).length > 0;
  }

  async lockForUpdate(tx: Tx, storeId: string, id: string): Promise<void> {
    await tx.query(LOCK, [storeId, id]);
  }

  /** Inserts or updates a variant and replaces its prices. @throws SkuTaken */
  async save(tx: Tx, storeId: string, variant: VariantToSave): Promise<void> {
    const { id, sku, name, active, prices } = variant;
    try {
      await tx.query(SAVE, [storeId, id, sku, name, active]);
    } catch (error) {
      throw isUniqueViolation(error) ? new SkuTaken() : error;
    }
    await tx.query(CLEAR_PRICES, [storeId, id]);
    const amounts = prices.map(({ minor, currency }) => ({ currency, amount: minor.toString() }));
    await tx.query(INSERT_PRICES, [storeId, id, JSON.stringify(amounts)]);
  }

  async remove(tx: Tx, storeId: string, id: string): Promise<void> {
    await tx.query(REMOVE, [storeId, id]);
  }
}

function variantFrom(row: Row): Variant {
  const prices = row.prices.map(({ currency, amount }) => Money.of(BigInt(amount), currency));
  return { ...row, prices };
}
