import { Money } from '@tandem/money';
import { isObject, propertiesOf } from '@tandem/objects';
import type {
  CollectionDetails,
  PaymentSession,
  SessionContext,
  SessionDetails,
  SessionMethod,
} from './payment-session';
import { SESSION_TTL_MS, type SessionState } from './payment-session.states';
import { storedCardFrom, type StoredCard } from './snapshots/stored-card';
import { storedCollectionFrom, type StoredCollection } from './snapshots/stored-collection';
import { storedPaymentFrom, type StoredPayment } from './snapshots/stored-payment';

type Time = Date | string;

/** A row of payment_sessions; as JSON its amount is a number (exact below 15 digits), and its times are text. */
export interface SessionRow {
  store_id: string;
  id: string;
  order_id: string;
  collection_id: string;
  payment_method_id: string;
  provider_id: string;
  customer_id: string | null;
  state: SessionState;
  amount: bigint | number;
  currency: string;
  external_id: string | null;
  data: Record<string, unknown>;
  context: SessionContext;
  failure: PaymentSession['failure'];
  covers_all: boolean;
  card_id: string | null;
  expires_at: Time | null;
  authorized_at: Time | null;
  created_at: Time;
  updated_at: Time;
}

/** A session's response as the database builds it and as an idempotency row stores it. */
export interface SessionSnapshot {
  session: SessionRow;
  method: SessionMethod;
  payment: StoredPayment | null;
  card: StoredCard | null;
}

/** A session before it is inserted. */
export interface NewSession {
  readonly id: string;
  readonly storeId: string;
  readonly orderId: string;
  readonly customerId: string | null;
  readonly externalId: string | null;
  readonly data: Readonly<Record<string, unknown>>;
  readonly method: SessionMethod;
  /** The saved card that pays it. */
  readonly cardId: string | null;
  readonly providerIds: readonly string[];
}

/** A newly created session as an idempotency row stores it: the input, and what the database decided. */
export interface CreatedSnapshot {
  readonly known: NewSession;
  /** Empty unless the order belongs to the payer. */
  readonly context: SessionContext;
  readonly amount: number;
  readonly currency: string;
  /** Milliseconds since 1970, by the database's clock. */
  readonly at: number;
  /** Null unless the session replaced all others of its collection. */
  readonly collection: StoredCollection | null;
}

function time(at: Time | null): Date | null {
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
    coversAll: row.covers_all,
    cardId: row.card_id,
    expiresAt: time(row.expires_at),
    authorizedAt: time(row.authorized_at),
    createdAt: new Date(row.created_at),
    updatedAt: new Date(row.updated_at),
  };
}

export function sessionDetailsFrom(snapshot: SessionSnapshot): SessionDetails {
  return {
    session: sessionFrom(snapshot.session),
    method: snapshot.method,
    payment: snapshot.payment && storedPaymentFrom(snapshot.payment),
    card: snapshot.card && storedCardFrom(snapshot.card),
  };
}

export function createdSessionFrom({
  known,
  context,
  amount,
  currency,
  at,
}: CreatedSnapshot): PaymentSession {
  const { id, storeId, orderId, customerId, externalId, data, method, cardId } = known;
  return {
    storeId,
    id,
    orderId,
    collectionId: orderId,
    paymentMethodId: method.id,
    providerId: method.providerId,
    customerId,
    state: 'pending',
    amount: Money.of(BigInt(amount), currency),
    externalId,
    data,
    context,
    failure: null,
    // Used only after the session is locked, and then read from its row.
    coversAll: false,
    cardId,
    expiresAt: new Date(at + SESSION_TTL_MS),
    authorizedAt: null,
    createdAt: new Date(at),
    updatedAt: new Date(at),
  };
}

/** The details of a newly created session, from its stored snapshot. */
export function createdDetailsFrom(snapshot: string): SessionDetails {
  const created = createdIn(snapshot);
  return { session: createdSessionFrom(created), method: created.known.method, payment: null, card: null };
}

/** The collection of a newly created session that replaced all others. */
export function createdCollectionFrom(snapshot: string): CollectionDetails {
  const created = createdIn(snapshot);
  if (created.collection === null) throw new Error('this snapshot was stored without its collection');
  return {
    collection: storedCollectionFrom(created.collection),
    sessions: [createdSessionFrom(created)],
    payments: [],
    providerIds: created.known.providerIds,
  };
}

/** @throws Error for anything that the statement in create-session.statement.ts does not store */
function createdIn(text: string): CreatedSnapshot {
  const snapshot: unknown = JSON.parse(text);
  if (!isCreatedSnapshot(snapshot)) throw new Error('a stored snapshot is not that of a new session');
  return snapshot;
}

function isCreatedSnapshot(value: unknown): value is CreatedSnapshot {
  const { known, context, amount, currency, at, collection } = propertiesOf(value);
  const { id, method } = propertiesOf(known);
  const areParts = isObject(method) && isObject(context) && (collection === null || isObject(collection));
  return areParts && isText(id) && isText(currency) && typeof amount === 'number' && typeof at === 'number';
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
