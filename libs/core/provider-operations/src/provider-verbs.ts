import type {
  Authorization,
  ClosedSession,
  CreateSessionRequest,
  Declined,
  Keyed,
  LookUpRequest,
  Outcome,
  PaymentProvider,
  ProviderData,
  ProviderSession,
  ProviderVerb,
  Refunded,
  TransactionResult,
  UpdateSessionRequest,
  VerbResult,
  VerbResults,
} from '@tandem/provider-kit';
import type { OperationOf, PaymentVerb } from './provider-operation';

/** For a provider that no longer supports canceling since the operation was recorded. */
const NOT_CANCELABLE: Declined = {
  status: 'declined',
  code: 'not_cancelable',
  message: 'The payment provider cannot cancel sessions',
};

const AUTHORIZATION_STATES = new Set(['authorized', 'captured', 'requires_action', 'processing', 'pending']);

/** What a call needs besides the operation. */
export interface CallWith {
  readonly keyed: Keyed;
  /** From the shopper's page. Passed on and never stored: it may contain a card number. */
  readonly shopperData: ProviderData;
}

interface Verb<V extends ProviderVerb> {
  call(
    provider: PaymentProvider,
    operation: OperationOf<V>,
    given: CallWith,
  ): Promise<Outcome<VerbResults[V]>> | Outcome<VerbResults[V]>;
  /** What a look-up needs besides the key. */
  lookUp(operation: OperationOf<V>): Pick<LookUpRequest, 'externalId' | 'opening' | 'changing'>;
  /** Whether a look-up's result has the shape of this verb's result. */
  isResult(value: VerbResult): value is VerbResults[V];
}

/** How each verb is called, and looked up after its response was lost. */
export const VERBS: { readonly [V in ProviderVerb]: Verb<V> } = {
  create_session: {
    call: (provider, operation, { keyed }) => provider.createSession({ ...keyed, ...opening(operation) }),
    lookUp: (operation) => ({ externalId: null, opening: opening(operation) }),
    isResult: isSession,
  },
  update_session: {
    call: (provider, operation, { keyed }) => provider.updateSession({ ...keyed, ...changing(operation) }),
    lookUp: (operation) => ({ ...ofSession(operation), changing: changing(operation) }),
    isResult: isSession,
  },
  cancel_session: {
    call: (provider, { details: { session } }, { keyed }) =>
      provider.cancelSession?.({ ...keyed, session }) ?? NOT_CANCELABLE,
    lookUp: ofSession,
    isResult: (value): value is ClosedSession => 'externalId' in value,
  },
  authorize: {
    call: (provider, { amount, details }, { keyed, shopperData }) => {
      const { session, capture, initiatedBy } = details;
      return provider.authorize({ ...keyed, session, amount, capture, initiatedBy, data: shopperData });
    },
    lookUp: ofSession,
    isResult: (value): value is Authorization => 'state' in value && AUTHORIZATION_STATES.has(value.state),
  },
  capture: {
    call: (provider, { amount, details: { payment } }, { keyed }) =>
      provider.capture({ ...keyed, payment, amount }),
    lookUp: ofPayment,
    isResult: isTransaction,
  },
  refund: {
    call: (provider, { amount, details: { payment } }, { keyed }) =>
      provider.refund({ ...keyed, payment, amount }),
    lookUp: ofPayment,
    // Providers of kit 0.1 return no state: their refunds succeed at once.
    isResult: (value): value is Refunded => isTransaction(value),
  },
  cancel: {
    call: (provider, { details: { payment } }, { keyed }) => provider.cancel({ ...keyed, payment }),
    lookUp: ofPayment,
    isResult: isTransaction,
  },
};

function isSession(value: VerbResult): value is ProviderSession {
  return 'externalId' in value && 'data' in value;
}

function isTransaction(value: VerbResult): value is TransactionResult {
  return 'reference' in value;
}

function ofSession({
  details: { session },
}: OperationOf<'update_session' | 'cancel_session' | 'authorize'>): Pick<LookUpRequest, 'externalId'> {
  return { externalId: session.externalId };
}

function ofPayment({ details: { payment } }: OperationOf<PaymentVerb>): Pick<LookUpRequest, 'externalId'> {
  return { externalId: payment.externalId };
}

function opening(operation: OperationOf<'create_session'>): Omit<CreateSessionRequest, keyof Keyed> {
  const { storeId, orderId, sessionId, amount, details } = operation;
  const { data, customerId, capture, accountHolder, savedProfileId, saveMethod, order } = details;
  return {
    storeId,
    orderId,
    sessionId,
    amount,
    capture,
    data,
    customerId,
    ...(accountHolder && { accountHolder }),
    ...(savedProfileId !== undefined && { savedMethod: { profileId: savedProfileId } }),
    ...(saveMethod && { saveMethod }),
    ...(order && { order }),
  };
}

function changing({
  amount,
  details,
}: OperationOf<'update_session'>): Omit<UpdateSessionRequest, keyof Keyed> {
  const { session, data, order, accountHolder, savedProfileId } = details;
  return {
    session,
    amount,
    data,
    ...(accountHolder && { accountHolder }),
    ...(savedProfileId !== undefined && { savedMethod: { profileId: savedProfileId } }),
    ...(order && { order }),
  };
}
