import type { Money } from '@tandem/money';
import type { Declined, ProviderVerb, Succeeded, VerbResults } from '@tandem/provider-kit';
import type { OperationDetails } from './operation-details';

/** The verbs about a payment; the others are about a session. */
export type PaymentVerb = 'capture' | 'refund' | 'cancel';
export type SessionVerb = Exclude<ProviderVerb, PaymentVerb>;

type PaymentIds = Record<PaymentVerb, string> & Record<SessionVerb, null>;

/** A final outcome; an unknown one is not recorded. */
export type RecordedOutcome<V extends ProviderVerb = ProviderVerb> = Succeeded<VerbResults[V]> | Declined;

/** The resolver settles an operation with this if the gateway has no trace of the call and never will. */
export const NEVER_RECEIVED: Declined = {
  status: 'declined',
  code: 'never_received',
  message: 'The payment provider never received the request',
};

/** A call to a provider, to be recorded before it is made. */
export interface NewOperationOf<V extends ProviderVerb> {
  readonly storeId: string;
  readonly orderId: string;
  readonly collectionId: string;
  readonly sessionId: string;
  /** Null for a verb about the session. */
  readonly paymentId: PaymentIds[V];
  readonly providerId: string;
  readonly verb: V;
  /** The idempotency key the gateway is sent. */
  readonly operationKey: string;
  readonly amount: Money;
  readonly details: OperationDetails[V];
}

/** One call to a provider: recorded before it is made, settled once. */
export interface OperationOf<V extends ProviderVerb> extends NewOperationOf<V> {
  readonly id: string;
  readonly state: 'requested' | RecordedOutcome['status'];
  /** For an open operation: the gateway's result so far, while it is pending there. */
  readonly outcome: RecordedOutcome<V> | null;
  readonly attempts: number;
  readonly createdAt: Date;
}

/** A union over verbs, so that a `switch` over the verb narrows details and outcome. */
export type ProviderOperation<V extends ProviderVerb = ProviderVerb> = { [K in V]: OperationOf<K> }[V];
export type NewOperation<V extends ProviderVerb = ProviderVerb> = { [K in V]: NewOperationOf<K> }[V];

/** An open operation whose process crashed or stopped trying. */
export interface DueOperation {
  readonly operation: ProviderOperation;
  /** Seconds since it was last sent, by the database's clock. */
  readonly sentSecondsAgo: number;
}

export function isOfVerb<V extends ProviderVerb>(
  operation: OperationOf<ProviderVerb>,
  verb: V,
): operation is OperationOf<V> {
  return operation.verb === verb;
}

export function isAboutPayment(operation: ProviderOperation): operation is ProviderOperation<PaymentVerb> {
  return operation.paymentId !== null;
}
