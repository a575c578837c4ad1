/**
 * The columns of `OrderRow`; `o` is the alias of orders. The lines come as JSON, because one statement reads an order whole; its keys
 * are the aliases of the inner SELECT.
 */
export const orderColumns = (o: string): string => `
  ${o}.store_id AS "storeId", ${o}.id, ${o}.number, ${o}.state, ${o}.step, ${o}.customer_id AS "customerId",
  ${o}.id_access AS "idAccess", ${o}.region_id AS "regionId", ${o}.email, ${o}.locale, ${o}.customer_note AS "customerNote",
  ${o}.bill_address AS "billAddress", ${o}.ship_address AS "shipAddress", ${o}.currency, ${o}.item_total AS "itemTotal",
  ${o}.adjustment_total AS "adjustmentTotal", ${o}.total, ${o}.store_credit_total AS "storeCreditTotal",
  ${o}.gift_card_total AS "giftCardTotal", ${o}.lock_version AS "lockVersion", ${o}.item_count AS "itemCount", ${o}.metadata,
  ${o}.placement_requested_at AS "placementRequestedAt", ${o}.placement_due_at AS "placementDueAt",
  ${o}.placement_problem AS "placementProblem", ${o}.completed_at AS "completedAt", ${o}.canceled_at AS "canceledAt",
  ${o}.created_at AS "createdAt", ${o}.updated_at AS "updatedAt",
  (SELECT coalesce(json_agg(i ORDER BY i.position), '[]') FROM (
     SELECT id, variant_id AS "variantId", name, sku, quantity, price, metadata, position, created_at AS "createdAt",
       updated_at AS "updatedAt"
       FROM order_items WHERE store_id = ${o}.store_id AND order_id = ${o}.id) i) AS items,
  (SELECT coalesce(json_agg(a ORDER BY a.position), '[]') FROM (
     SELECT id, label, amount, position
       FROM order_adjustments WHERE store_id = ${o}.store_id AND order_id = ${o}.id) a) AS adjustments,
  (SELECT coalesce(json_agg(l ORDER BY l."createdAt", l.id), '[]') FROM (
     SELECT id, order_id AS "orderId", amount, currency, reference, reference_id AS "referenceId",
       collection_id AS "collectionId", metadata, voided_at AS "voidedAt", created_at AS "createdAt", updated_at AS "updatedAt"
       FROM order_credit_lines WHERE store_id = ${o}.store_id AND order_id = ${o}.id) l) AS "creditLines"`;
