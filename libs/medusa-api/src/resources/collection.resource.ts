import type { Money } from '@tandem/money';
import {
  completedAt,
  type CollectionDetails,
  type PaymentInCollection,
  type PaymentSession,
  type SessionState,
} from '@tandem/payment-sessions';
import type { LedgerKind } from '@tandem/payments';
import { many, one, type Resource } from '../fields';
import { rawAmount } from '../medusa-amount';
import { medusaId } from '../medusa-ids';
import { capture, disputesIn, refund, refundsIn } from './ledger.resource';
import { sessionContext } from './session-context';
import { isoOrNull, times } from './times';
import { collectionStatus } from './collection-status';

const SESSION_STATUS = {
  pending: 'pending',
  requires_action: 'requires_more',
  processing: 'pending',
  authorized: 'authorized',
  captured: 'captured',
  failed: 'error',
  canceled: 'canceled',
  expired: 'canceled',
} satisfies Record<SessionState, string>;

interface SessionInContext {
  readonly session: PaymentSession;
  readonly within: CollectionDetails;
}

const entriesOf =
  (kind: LedgerKind) =>
  ({ history }: PaymentInCollection) =>
    history.entries.filter((entry) => entry.kind === kind);

export const payment: Resource<PaymentInCollection> = {
  fields: {
    id: ({ history }) => medusaId('payment', history.payment.id),
    currency_code: ({ history }) => history.payment.authorized.currency.toLowerCase(),
    amount: ({ history }) => history.payment.authorized.toNumber(),
    raw_amount: ({ history }) => rawAmount(history.payment.authorized),
    provider_id: ({ history }) => history.payment.providerId,
    data: () => ({}),
    metadata: ({ history }) => disputesIn(history.entries),
    captured_at: ({ history }) => isoOrNull(history.payment.capturedAt),
    canceled_at: ({ history }) => isoOrNull(history.payment.canceledAt),
    payment_collection_id: ({ history }) => medusaId('collection', history.payment.collectionId),
    payment_session_id: ({ history }) => medusaId('session', history.payment.sessionId),
    created_at: ({ history }) => times.created_at(history.payment),
    updated_at: ({ history }) => times.updated_at(history.payment),
    deleted_at: times.deleted_at,
  },
  relations: {
    captures: many(() => capture, entriesOf('capture')),
    refunds: many(
      () => refund,
      ({ history }: PaymentInCollection) => refundsIn(history.entries),
    ),
    payment_session: one(() => session, sessionOfPayment, { key: 'payment_session_id' }),
    payment_collection: one(() => collection, collectionOfPayment, {
      stub: false,
      key: 'payment_collection_id',
    }),
  },
};

const shoppersPayment: Resource<PaymentInCollection> = { fields: payment.fields, relations: {} };

/** What lets its holder pay or act for the shopper is for their page alone. */
function withoutSecrets(data: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(data).filter(([name]) => !/secret/i.test(name)));
}

const session: Resource<SessionInContext> = {
  fields: {
    id: ({ session: { id } }) => medusaId('session', id),
    currency_code: ({ session: { amount } }) => amount.currency.toLowerCase(),
    provider_id: ({ session: { providerId } }) => providerId,
    data: ({ session: { data } }) => withoutSecrets(data),
    context: ({ session: { context } }) => sessionContext(context),
    status: ({ session: { state } }) => SESSION_STATUS[state],
    authorized_at: ({ session: { authorizedAt } }) => isoOrNull(authorizedAt),
    payment_collection_id: ({ session: { collectionId } }) => medusaId('collection', collectionId),
    metadata: () => ({}),
    raw_amount: ({ session: { amount } }) => rawAmount(amount),
    created_at: ({ session: entity }) => times.created_at(entity),
    updated_at: ({ session: entity }) => times.updated_at(entity),
    deleted_at: times.deleted_at,
    amount: ({ session: { amount } }) => amount.toNumber(),
  },
  relations: { payment: one(() => payment, paymentOfSession) },
};

const shoppersSession: Resource<SessionInContext> = {
  fields: { ...session.fields, data: ({ session: { data } }) => data },
  relations: { payment: one(() => shoppersPayment, paymentOfSession) },
};

/** Medusa shows null, not zero, until anything was authorized. */
const moved =
  (pick: (details: CollectionDetails) => Money) =>
  (details: CollectionDetails): Money | null =>
    details.collection.authorized.isZero() ? null : pick(details);

const authorized = moved(({ collection: { authorized } }) => authorized);
const captured = moved(({ collection: { captured } }) => captured);
const refunded = moved(({ collection: { refunded } }) => refunded);

export const collection: Resource<CollectionDetails> = {
  fields: {
    id: ({ collection: { id } }) => medusaId('collection', id),
    currency_code: ({ collection: { amount } }) => amount.currency.toLowerCase(),
    amount: ({ collection: { amount } }) => amount.toNumber(),
    raw_amount: ({ collection: { amount } }) => rawAmount(amount),
    status: collectionStatus,
    authorized_amount: (details) => authorized(details)?.toNumber() ?? null,
    raw_authorized_amount: (details) => rawAmount(authorized(details)),
    captured_amount: (details) => captured(details)?.toNumber() ?? null,
    raw_captured_amount: (details) => rawAmount(captured(details)),
    refunded_amount: (details) => refunded(details)?.toNumber() ?? null,
    raw_refunded_amount: (details) => rawAmount(refunded(details)),
    completed_at: (details) => isoOrNull(completedAt(details)),
    metadata: ({ collection: { metadata } }) => metadata,
    created_at: ({ collection: entity }) => times.created_at(entity),
    updated_at: ({ collection: entity }) => times.updated_at(entity),
    deleted_at: times.deleted_at,
  },
  relations: {
    payment_sessions: many(() => session, sessionsOf),
    payments: many(() => payment, paymentsOf),
    payment_providers: many(() => provider, providersOf),
  },
};

/** A collection as its shopper sees it: what its payments came to later is the store's own. */
export const shoppersCollection: Resource<CollectionDetails> = {
  fields: collection.fields,
  relations: {
    payment_sessions: many(() => shoppersSession, sessionsOf),
    payment_providers: many(() => provider, providersOf),
  },
};

export const provider: Resource<string> = {
  fields: { id: (id) => id, is_enabled: () => true },
  relations: {},
};

function providersOf({ providerIds }: CollectionDetails): readonly string[] {
  return providerIds;
}

function sessionsOf(within: CollectionDetails): SessionInContext[] {
  return within.sessions.map((entity) => ({ session: entity, within }));
}

function paymentsOf(within: CollectionDetails): PaymentInCollection[] {
  return within.payments.map((history) => ({ history, within }));
}

function paymentOfSession({ session: { id }, within }: SessionInContext): PaymentInCollection | null {
  return paymentsOf(within).find(({ history }) => history.payment.sessionId === id) ?? null;
}

function collectionOfPayment({ within }: PaymentInCollection): CollectionDetails {
  return within;
}

function sessionOfPayment({ history, within }: PaymentInCollection): SessionInContext | null {
  return sessionsOf(within).find(({ session: { id } }) => id === history.payment.sessionId) ?? null;
}
