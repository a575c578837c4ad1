import { Money } from '@tandem/money';
import {
  readStoredOutcome,
  type ProviderPayment,
  type ProviderSession,
  type ProviderVerb,
  type VerbResults,
} from '@tandem/provider-kit';
import type { OperationDetails, RequestedBy } from './operation-details';
import type {
  OperationOf,
  PaymentVerb,
  ProviderOperation,
  RecordedOutcome,
  SessionVerb,
} from './provider-operation';

// The column's CHECK constraint uses `done`.
type ColumnState = 'done' | 'declined';
export const COLUMN_STATE: Readonly<Record<RecordedOutcome['status'], ColumnState>> = {
  succeeded: 'done',
  declined: 'declined',
};

/** Details as stored: earlier versions left some fields out. */
type StoredDetails = Partial<
  OperationDetails['create_session'] &
    OperationDetails['update_session'] &
    OperationDetails['authorize'] &
    OperationDetails['capture'] &
    OperationDetails['refund']
>;

/** An operation as `OPERATION_COLUMNS` reads it: its amount in minor units, its details and result as they were stored. */
export interface ProviderOperationRow extends Omit<
  ProviderOperation,
  'verb' | 'amount' | 'details' | 'state' | 'outcome'
> {
  readonly verb: ProviderVerb;
  readonly amount: bigint;
  readonly currency: string;
  readonly details: StoredDetails;
  readonly state: 'requested' | ColumnState;
  readonly result: unknown;
}

/** The only place where stored operations are parsed, including those of earlier versions. */
export function operationFrom(row: ProviderOperationRow): ProviderOperation {
  return READERS[row.verb](row);
}

const READERS: { readonly [V in ProviderVerb]: (row: ProviderOperationRow) => OperationOf<V> } = {
  create_session: (row) => {
    const { methodId = null, customerId = null, data = {}, capture = 'manual' } = row.details;
    return aboutSession(row, 'create_session', { ...row.details, methodId, customerId, data, capture });
  },
  update_session: (row) => {
    const { methodId = null, data = {} } = row.details;
    const session = sessionOf(row);
    return aboutSession(row, 'update_session', { ...row.details, methodId, data, session });
  },
  cancel_session: (row) => {
    const { methodId = null } = row.details;
    return aboutSession(row, 'cancel_session', { methodId, session: sessionOf(row) });
  },
  authorize: (row) => {
    const { customerId = null, cardId = null, capture = 'manual' } = row.details;
    const { initiatedBy = 'shopper', shopperData = false } = row.details;
    const requested = { capture, initiatedBy, customerId, cardId, shopperData };
    return aboutSession(row, 'authorize', { ...callOf(row), session: sessionOf(row), ...requested });
  },
  capture: (row) => aboutPayment(row, 'capture', { ...callOf(row), payment: paymentOf(row) }),
  refund: (row) => {
    const { note = null, refundReasonId = null, orderWasPlaced } = row.details;
    const refund = { note, refundReasonId, orderWasPlaced };
    return aboutPayment(row, 'refund', { ...callOf(row), payment: paymentOf(row), ...refund });
  },
  cancel: (row) => aboutPayment(row, 'cancel', { ...callOf(row), payment: paymentOf(row) }),
};

function callOf({ details }: ProviderOperationRow): RequestedBy & { readonly methodId: string | null } {
  const { methodId = null, createdBy = null, isByKey = false } = details;
  return { methodId, createdBy, isByKey };
}

function aboutSession<V extends SessionVerb>(
  row: ProviderOperationRow,
  verb: V,
  details: OperationDetails[V],
): OperationOf<V> {
  return { ...baseOf(row), verb, paymentId: null, details, outcome: outcomeOf<V>(row) };
}

function aboutPayment<V extends PaymentVerb>(
  row: ProviderOperationRow,
  verb: V,
  details: OperationDetails[V],
): OperationOf<V> {
  const { paymentId } = row;
  if (paymentId === null) throw new Error(`operation ${row.id} is about no payment`);
  return { ...baseOf(row), verb, paymentId, details, outcome: outcomeOf<V>(row) };
}

function outcomeOf<V extends ProviderVerb>({ result }: ProviderOperationRow): RecordedOutcome<V> | null {
  return readStoredOutcome<VerbResults[V]>(result);
}

function baseOf({ currency, amount, state, result: _, ...row }: ProviderOperationRow) {
  return {
    ...row,
    amount: Money.of(amount, currency),
    state: state === 'done' ? ('succeeded' as const) : state,
  };
}

function sessionOf({ id, details: { session } }: ProviderOperationRow): ProviderSession {
  if (!session) throw new Error(`operation ${id} is about no session`);
  return session;
}

function paymentOf({ id, details: { payment } }: ProviderOperationRow): ProviderPayment {
  if (!payment) throw new Error(`operation ${id} is about no payment`);
  return payment;
}
