import type { CollectionDetails, PaymentInCollection } from '@tandem/payment-sessions';
import { many, one, type Resource } from '../fields/fields';
import { toCollection, toSession } from './back-links';
import {
  collectionFields,
  paymentFields,
  PAYMENT_SUMS,
  sessionFields,
  sessionOf,
  sessionsOf,
  type SessionInContext,
} from './collection-fields';
import { capture, capturesOf, refund, refundsOf } from './ledger.resource';

type Relations<T> = Resource<T>['relations'];

const transactionRelations: Relations<PaymentInCollection> = {
  captures: many(() => capture, capturesOf),
  refunds: many(() => refund, refundsOf),
};

const links: Relations<PaymentInCollection> = {
  payment_session: toSession(sessionOf),
  payment_collection: toCollection(({ within }) => within),
};

/** A payment within its collection, for staff. */
const staffPayment: Resource<PaymentInCollection> = {
  fields: paymentFields,
  relations: { ...transactionRelations, ...links },
  onlyByName: PAYMENT_SUMS,
};

/** Without disputes, which only staff may see. */
const customerPayment: Resource<PaymentInCollection> = {
  fields: { ...paymentFields, metadata: () => null },
  relations: {},
  onlyByName: PAYMENT_SUMS,
};

/** With captures and refunds, as Medusa documents them for payment sessions. */
const documentedPayment: Resource<PaymentInCollection> = {
  ...customerPayment,
  relations: staffPayment.relations,
};

function sessionWith(payment: Resource<PaymentInCollection>): Resource<SessionInContext> {
  return {
    fields: sessionFields,
    relations: {
      payment: one(() => payment, paymentOf),
      payment_collection: toCollection(({ within }: SessionInContext) => within),
    },
  };
}

/** The customer's page needs the client secrets of their own session. */
function customerSession(payment: Resource<PaymentInCollection>): Resource<SessionInContext> {
  const session = sessionWith(payment);
  return { ...session, fields: { ...session.fields, data: ({ session: { data } }) => data } };
}

const session = sessionWith(staffPayment);

const providers: Relations<CollectionDetails> = {
  payment_providers: many(
    () => provider,
    ({ providerIds }: CollectionDetails) => providerIds,
  ),
};

export const collection: Resource<CollectionDetails> = {
  fields: collectionFields,
  relations: {
    payment_sessions: many(() => session, sessionsOf),
    payments: many(() => staffPayment, paymentsOf),
    ...providers,
  },
};

/** A collection within a cart or an order, for its customer: without captures and refunds. */
export const customerCollection: Resource<CollectionDetails> = {
  fields: collectionFields,
  relations: { payment_sessions: many(() => customerSession(customerPayment), sessionsOf), ...providers },
};

/** A collection by itself, for its customer: everything that Medusa documents. */
export const documentedCollection: Resource<CollectionDetails> = {
  fields: collectionFields,
  relations: {
    payment_sessions: many(() => customerSession(documentedPayment), sessionsOf),
    payments: many(() => documentedPayment, paymentsOf),
    ...providers,
  },
};

/** A payment by itself, with its collection and session. */
export const payment: Resource<PaymentInCollection> = {
  ...staffPayment,
  relations: {
    ...transactionRelations,
    payment_session: one(() => session, sessionOf, { key: 'payment_session_id' }),
    payment_collection: one(
      () => collection,
      ({ within }: PaymentInCollection) => within,
      {
        stub: false,
        key: 'payment_collection_id',
      },
    ),
  },
};

export const provider: Resource<string> = {
  fields: { id: (id) => id, is_enabled: () => true },
  relations: {},
};

function paymentsOf(within: CollectionDetails): PaymentInCollection[] {
  return within.payments.map((history) => ({ history, within }));
}

function paymentOf({ session: { id }, within }: SessionInContext): PaymentInCollection | null {
  return paymentsOf(within).find(({ history }) => history.payment.sessionId === id) ?? null;
}
