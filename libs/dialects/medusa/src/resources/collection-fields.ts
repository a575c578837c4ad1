import type { Money } from '@tandem/money';
import {
  completedAt,
  withoutSecrets,
  type CollectionDetails,
  type PaymentInCollection,
  type PaymentSession,
  type SessionState,
} from '@tandem/payment-sessions';
import type { Resource } from '../fields/fields';
import { rawAmount } from '../medusa-amount';
import { medusaId } from '../ids/medusa-ids';
import { collectionStatus } from './collection-status';
import { disputesIn } from './orders/disputes';
import { sessionContext } from './session-context';
import { paidWithIn } from './orders/paid-with';
import { isoOrNull, times } from './times';

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

/** A session and its collection. */
export interface SessionInContext {
  readonly session: PaymentSession;
  readonly within: CollectionDetails;
}

type Fields<T> = Resource<T>['fields'];

export const sessionFields: Fields<SessionInContext> = {
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
  created_at: ({ session }) => times.created_at(session),
  updated_at: ({ session }) => times.updated_at(session),
  deleted_at: times.deleted_at,
  amount: ({ session: { amount } }) => amount.toNumber(),
};

export const paymentFields: Fields<PaymentInCollection> = {
  id: ({ history }) => medusaId('payment', history.payment.id),
  currency_code: ({ history }) => history.payment.authorized.currency.toLowerCase(),
  amount: ({ history }) => history.payment.authorized.toNumber(),
  raw_amount: ({ history }) => rawAmount(history.payment.authorized),
  authorized_amount: ({ history }) => history.payment.authorized.toNumber(),
  captured_amount: ({ history }) => history.payment.captured.toNumber(),
  refunded_amount: ({ history }) => history.payment.refunded.toNumber(),
  provider_id: ({ history }) => history.payment.providerId,
  data: (payment) => ({
    ...withoutSecrets(sessionOf(payment)?.session.data ?? {}),
    ...paidWithIn(payment.history.payment),
  }),
  metadata: ({ history }) => disputesIn(history.entries),
  captured_at: ({ history }) => isoOrNull(history.payment.capturedAt),
  canceled_at: ({ history }) => isoOrNull(history.payment.canceledAt),
  payment_collection_id: ({ history }) => medusaId('collection', history.payment.collectionId),
  payment_session_id: ({ history }) => medusaId('session', history.payment.sessionId),
  created_at: ({ history }) => times.created_at(history.payment),
  updated_at: ({ history }) => times.updated_at(history.payment),
  deleted_at: times.deleted_at,
};

/** Documented by Medusa for payments, but not part of an expanded payment (recorded). */
export const PAYMENT_SUMS = ['authorized_amount', 'captured_amount', 'refunded_amount'];

/** Medusa shows null, not zero, until something is authorized. */
const whenAuthorized =
  (pick: (details: CollectionDetails) => Money) =>
  (details: CollectionDetails): Money | null =>
    details.collection.authorized.isZero() ? null : pick(details);

const authorized = whenAuthorized(({ collection }) => collection.authorized);
const captured = whenAuthorized(({ collection }) => collection.captured);
const refunded = whenAuthorized(({ collection }) => collection.refunded);

export const collectionFields: Fields<CollectionDetails> = {
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
  created_at: ({ collection }) => times.created_at(collection),
  updated_at: ({ collection }) => times.updated_at(collection),
  deleted_at: times.deleted_at,
};

export function sessionsOf(within: CollectionDetails): SessionInContext[] {
  return within.sessions.map((session) => ({ session, within }));
}

export function sessionOf({ history, within }: PaymentInCollection): SessionInContext | null {
  return sessionsOf(within).find(({ session: { id } }) => id === history.payment.sessionId) ?? null;
}
