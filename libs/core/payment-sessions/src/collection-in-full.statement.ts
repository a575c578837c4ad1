import { ledgerEntries } from '@tandem/payments';
import { SESSION_NOW } from './payment-session-updates.statement';

const PAYMENTS_OF = `payments p WHERE p.store_id = c.store_id AND p.collection_id = c.id`;

const ENTRIES_OF = ledgerEntries(
  `e.store_id = c.store_id AND e.payment_id IN (SELECT p.id FROM ${PAYMENTS_OF})`,
);

/**
 * The columns of `CollectionInFullRow`; `c` is payment_collections. One statement reads all, however many collections: as JSON,
 * because a row of each table would repeat the others'.
 */
export const COLLECTION_IN_FULL = `row_to_json(c) AS collection,
  (SELECT coalesce(json_agg(${SESSION_NOW} ORDER BY s.id), '[]') FROM payment_sessions s
    WHERE s.store_id = c.store_id AND s.collection_id = c.id AND s.replaced_at IS NULL) AS sessions,
  (SELECT coalesce(json_agg(p ORDER BY p.id), '[]') FROM ${PAYMENTS_OF}) AS payments,
  (SELECT coalesce(json_agg(e ORDER BY e.id), '[]') FROM (${ENTRIES_OF}) e) AS entries`;

/** The collections that match, oldest first. */
export const collectionsInFull = (
  where: string,
): string => `SELECT ${COLLECTION_IN_FULL} FROM payment_collections c
  WHERE ${where} AND c.deleted_at IS NULL ORDER BY c.created_at, c.id`;
