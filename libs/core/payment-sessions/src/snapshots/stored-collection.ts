import { Money } from '@tandem/money';
import type { PaymentCollection } from '@tandem/payment-collections';

/** A payment collection's row as stored JSON: amounts are numbers (exact below 15 digits), times are text. */
export interface StoredCollection {
  store_id: string;
  id: string;
  order_id: string;
  currency: string;
  amount: number;
  authorized: number;
  captured: number;
  refunded: number;
  canceled: number;
  reserved: number;
  version: number;
  initiated_at: string | null;
  metadata: Record<string, unknown> | null;
  created_at: string;
  updated_at: string;
}

export function storedCollectionFrom(row: StoredCollection): PaymentCollection {
  const money = (minor: number): Money => Money.of(BigInt(minor), row.currency);
  return {
    storeId: row.store_id,
    id: row.id,
    orderId: row.order_id,
    amount: money(row.amount),
    authorized: money(row.authorized),
    captured: money(row.captured),
    refunded: money(row.refunded),
    canceled: money(row.canceled),
    reserved: money(row.reserved),
    version: BigInt(row.version),
    initiatedAt: row.initiated_at === null ? null : new Date(row.initiated_at),
    metadata: row.metadata,
    createdAt: new Date(row.created_at),
    updatedAt: new Date(row.updated_at),
  };
}
