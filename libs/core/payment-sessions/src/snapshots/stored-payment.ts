import { Money } from '@tandem/money';
import type { Payment, PaymentState } from '@tandem/payments';
import type { PaymentMethodDetails } from '@tandem/provider-kit';

/** A payment's row as stored JSON: amounts are numbers (exact below 15 digits), times are text. */
export interface StoredPayment {
  store_id: string;
  id: string;
  order_id: string;
  collection_id: string;
  session_id: string;
  payment_method_id: string;
  provider_id: string;
  number: string;
  state: PaymentState;
  currency: string;
  authorized: number;
  captured: number;
  refunded: number;
  canceled: number;
  capturing: number;
  refunding: number;
  reference: string;
  external_id: string | null;
  card_id: string | null;
  paid_with: PaymentMethodDetails | null;
  capture_before: string | null;
  operations: number;
  captured_at: string | null;
  canceled_at: string | null;
  created_at: string;
  updated_at: string;
}

export function storedPaymentFrom(row: StoredPayment): Payment {
  const money = (minor: number): Money => Money.of(BigInt(minor), row.currency);
  const time = (at: string | null): Date | null => (at === null ? null : new Date(at));
  return {
    storeId: row.store_id,
    id: row.id,
    orderId: row.order_id,
    collectionId: row.collection_id,
    sessionId: row.session_id,
    paymentMethodId: row.payment_method_id,
    providerId: row.provider_id,
    number: row.number,
    state: row.state,
    authorized: money(row.authorized),
    captured: money(row.captured),
    refunded: money(row.refunded),
    canceled: money(row.canceled),
    capturing: money(row.capturing),
    refunding: money(row.refunding),
    reference: row.reference,
    externalId: row.external_id,
    cardId: row.card_id,
    paidWith: row.paid_with,
    captureBefore: time(row.capture_before),
    operations: row.operations,
    capturedAt: time(row.captured_at),
    canceledAt: time(row.canceled_at),
    createdAt: new Date(row.created_at),
    updatedAt: new Date(row.updated_at),
  };
}
