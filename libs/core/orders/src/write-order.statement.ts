import { CLOCK, sql } from '@tandem/database';

// Completed and canceled orders need no placement.
const NO_PLACEMENT = `placement_requested_at = NULL, placement_due_at = NULL, placement_problem = NULL`;

const ITEM_COLUMNS = `store_id, id, order_id, position, variant_id, name, sku, quantity, price, metadata`;

/** A line (`i`) from JSON. */
const ITEM = `(i->>'id')::uuid, $2::uuid, (i->>'position')::int, (i->>'variantId')::uuid, i->>'name', i->>'sku',
     (i->>'quantity')::int, (i->>'price')::bigint, i->'metadata'`;

// With its lines and adjustments. Nothing is inserted if the number is taken.
export const INSERT_ORDER = sql(
  'insert order',
  `WITH inserted AS (
     INSERT INTO orders (store_id, id, number, state, customer_id, region_id, email, currency,
       item_total, adjustment_total, total, item_count, metadata, step, locale, bill_address, ship_address,
       id_access)
     VALUES ($1, $2, $3, 'open', $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
     ON CONFLICT (store_id, number) DO NOTHING RETURNING store_id, id),
   items AS (
     INSERT INTO order_items (${ITEM_COLUMNS})
     SELECT inserted.store_id, ${ITEM} FROM inserted, jsonb_array_elements($18::jsonb) i),
   adjustments AS (
     INSERT INTO order_adjustments (store_id, id, order_id, position, label, amount)
     SELECT inserted.store_id, (a->>'id')::uuid, inserted.id, (a->>'position')::int, a->>'label', (a->>'amount')::bigint
       FROM inserted, jsonb_array_elements($19::jsonb) a)
   SELECT id FROM inserted`,
);

// Deletes the lines that are not among them.
export const SAVE_ITEMS = sql(
  'save order items',
  `WITH removed AS (
     DELETE FROM order_items WHERE store_id = $1 AND order_id = $2
        AND id <> ALL (SELECT (i->>'id')::uuid FROM jsonb_array_elements($3::jsonb) i))
   INSERT INTO order_items (${ITEM_COLUMNS})
   SELECT $1, ${ITEM} FROM jsonb_array_elements($3::jsonb) i
   ON CONFLICT (store_id, id) DO UPDATE SET position = excluded.position, quantity = excluded.quantity,
     price = excluded.price, metadata = excluded.metadata, updated_at = excluded.updated_at`,
);

export const UPDATE_ORDER = sql(
  'update order',
  `UPDATE orders SET item_total = $3, adjustment_total = $4, total = $5, item_count = $6, store_credit_total = $7,
     gift_card_total = $8, step = $9, email = $10, locale = $11, customer_note = $12, bill_address = $13,
     ship_address = $14, metadata = $15, customer_id = $16,
     placement_due_at = CASE WHEN placement_requested_at IS NULL THEN placement_due_at ELSE clock.now END,
     lock_version = lock_version + 1, updated_at = clock.now
     FROM ${CLOCK} WHERE store_id = $1 AND id = $2 RETURNING id`,
);

export const CANCEL_ORDER = sql(
  'cancel order',
  `UPDATE orders SET state = $4, canceled_at = now(), updated_at = now(), ${NO_PLACEMENT}
    WHERE store_id = $1 AND id = $2 AND state = ANY($3) RETURNING canceled_at AS at`,
);

export const COMPLETE_ORDER = sql(
  'complete order',
  `UPDATE orders SET state = $4, completed_at = now(), updated_at = now(), ${NO_PLACEMENT}
    WHERE store_id = $1 AND id = $2 AND state = ANY($3) RETURNING completed_at AS at`,
);
