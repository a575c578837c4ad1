import type { PaymentCollection } from '@tandem/payment-collections';
import {
  ledgerEntryFromJson,
  type LedgerEntry,
  type LedgerEntryInJson,
  type Payment,
} from '@tandem/payments';
import type { PaymentSession } from './payment-session';
import { sessionFrom, type SessionRow } from './payment-session.row';
import { storedCollectionFrom, type StoredCollection } from './snapshots/stored-collection';
import { storedPaymentFrom, type StoredPayment } from './snapshots/stored-payment';

/** A collection as `COLLECTION_IN_FULL` reads it. */
export interface CollectionInFullRow {
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

export function collectionInFullFrom({
  collection,
  sessions,
  payments,
  entries,
}: CollectionInFullRow): CollectionInFull {
  return {
    collection: storedCollectionFrom(collection),
    isRemoved: collection.deleted_at !== null,
    sessions: sessions.map(sessionFrom),
    payments: payments.map(storedPaymentFrom),
    entries: entries.map(ledgerEntryFromJson),
  };
}
