import { Money } from '@tandem/money';
import { collectionFrom, type CollectionRow } from '@tandem/payment-collections';
import { paymentFrom, type PaymentRow } from '@tandem/payments';
import type { CollectionDetails, PaymentSession, SessionDetails, SessionMethod } from './payment-session';
import type { SessionState } from './payment-session.states';

/** A row of payment_sessions as JSON: amounts are numbers (exact below 15 digits), times are text. */
export interface SessionRow {
  store_id: string;
  id: string;
  order_id: string;
  collection_id: string;
  payment_method_id: string;
  provider_id: string;
  customer_id: string | null;
  state: SessionState;
  amount: number;
  currency: string;
  external_id: string | null;
  data: Record<string, unknown>;
  context: Record<string, unknown>;
  failure: PaymentSession['failure'];
  expires_at: string | null;
  authorized_at: string | null;
  created_at: string;
  updated_at: string;
}

interface MethodRow {
  id: string;
  provider_id: string;
  name: string;
  description: string | null;
  session_required: boolean;
}

/** What a session's answer is made of, as the database writes it and an idempotency row keeps it. */
export interface SessionSnapshot {
  session: SessionRow;
  method: MethodRow;
  payment: PaymentRow | null;
}

/** The snapshot of a session just created, with the collection it stands alone in. */
export interface CreatedSnapshot extends SessionSnapshot {
  collection: CollectionRow;
  provider_ids: string[];
}

function time(at: string | null): Date | null {
  return at === null ? null : new Date(at);
}

export function sessionFrom(row: SessionRow): PaymentSession {
  return {
    storeId: row.store_id,
    id: row.id,
    orderId: row.order_id,
    collectionId: row.collection_id,
    paymentMethodId: row.payment_method_id,
    providerId: row.provider_id,
    customerId: row.customer_id,
    state: row.state,
    amount: Money.of(BigInt(row.amount), row.currency),
    externalId: row.external_id,
    data: row.data,
    context: row.context,
    failure: row.failure,
    expiresAt: time(row.expires_at),
    authorizedAt: time(row.authorized_at),
    createdAt: new Date(row.created_at),
    updatedAt: new Date(row.updated_at),
  };
}

function methodFrom(row: MethodRow): SessionMethod {
  const { id, name, description } = row;
  return { id, providerId: row.provider_id, name, description, sessionRequired: row.session_required };
}

export function sessionDetailsFrom(snapshot: SessionSnapshot): SessionDetails {
  return {
    session: sessionFrom(snapshot.session),
    method: methodFrom(snapshot.method),
    payment: snapshot.payment && paymentFrom(snapshot.payment),
  };
}

export function createdCollectionFrom(snapshot: CreatedSnapshot): CollectionDetails {
  return {
    collection: collectionFrom(snapshot.collection),
    sessions: [sessionFrom(snapshot.session)],
    payments: [],
    providerIds: snapshot.provider_ids,
  };
}
