import { Injectable } from '@nestjs/common';
import { sql, type Queryable, type Statement } from '@tandem/database';
import type { PaymentCollection } from '@tandem/payment-collections';
import {
  ledgerEntries,
  ledgerEntryFromJson,
  type LedgerEntry,
  type LedgerEntryInJson,
  type Payment,
} from '@tandem/payments';
import type { PaymentSession } from './payment-session';
import { SESSION_NOW } from './payment-session-updates.statement';
import { sessionFrom, type SessionRow } from './payment-session.row';
import { storedCollectionFrom, type StoredCollection } from './snapshots/stored-collection';
import { storedPaymentFrom, type StoredPayment } from './snapshots/stored-payment';

const PAYMENTS_OF = `payments p WHERE p.store_id = c.store_id AND p.collection_id = c.id`;

const ENTRIES_OF = ledgerEntries(
  `e.store_id = c.store_id AND e.payment_id IN (SELECT p.id FROM ${PAYMENTS_OF})`,
);

// One statement, however many collections: as JSON, because a row of each table would repeat the others'.
const COLUMNS = `row_to_json(c) AS collection,
  (SELECT coalesce(json_agg(${SESSION_NOW} ORDER BY s.id), '[]') FROM payment_sessions s
    WHERE s.store_id = c.store_id AND s.collection_id = c.id AND s.replaced_at IS NULL) AS sessions,
  (SELECT coalesce(json_agg(p ORDER BY p.id), '[]') FROM ${PAYMENTS_OF}) AS payments,
  (SELECT coalesce(json_agg(e ORDER BY e.id), '[]') FROM (${ENTRIES_OF}) e) AS entries`;

const BY_IDS = sql(
  'payment collections in full',
  `SELECT ${COLUMNS} FROM payment_collections c WHERE c.store_id = $1 AND c.id = ANY($2)`,
);

const OF_ORDERS = sql(
  'payment collections of orders in full',
  `SELECT ${COLUMNS} FROM payment_collections c
    WHERE c.store_id = $1 AND c.order_id = ANY($2) AND c.deleted_at IS NULL ORDER BY c.created_at, c.id`,
);

interface Row {
  readonly collection: StoredCollection & { readonly deleted_at: string | null };
  readonly sessions: readonly SessionRow[];
  readonly payments: readonly StoredPayment[];
  readonly entries: readonly LedgerEntryInJson[];
}

/** A collection with its sessions (replaced ones left out), its payments and their ledger entries, each oldest first. */
export interface CollectionInFull {
  readonly collection: PaymentCollection;
  readonly isRemoved: boolean;
  readonly sessions: readonly PaymentSession[];
  readonly payments: readonly Payment[];
  readonly entries: readonly LedgerEntry[];
}

/** Reads collections with everything in them. */
@Injectable()
export class CollectionDetailsRepository {
  /** Existing and removed collections, unordered. */
  findByIds(on: Queryable, storeId: string, ids: readonly string[]): Promise<CollectionInFull[]> {
    return this.rows(on, BY_IDS, storeId, ids);
  }

  /** Oldest first. */
  findByOrders(on: Queryable, storeId: string, orderIds: readonly string[]): Promise<CollectionInFull[]> {
    return this.rows(on, OF_ORDERS, storeId, orderIds);
  }

  private async rows(
    on: Queryable,
    statement: Statement,
    storeId: string,
    ids: readonly string[],
  ): Promise<CollectionInFull[]> {
    if (ids.length === 0) return [];
    return (await on.query<Row>(statement, [storeId, ids])).map(inFullFrom);
  }
}

function inFullFrom({ collection, sessions, payments, entries }: Row): CollectionInFull {
  return {
    collection: storedCollectionFrom(collection),
    isRemoved: collection.deleted_at !== null,
    sessions: sessions.map(sessionFrom),
    payments: payments.map(storedPaymentFrom),
    entries: entries.map(ledgerEntryFromJson),
  };
}
