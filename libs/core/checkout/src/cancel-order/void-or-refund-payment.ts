import { Injectable } from '@nestjs/common';
import { noResponse, type RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import {
  CancelPayment,
  capturable,
  mayBeInFlight,
  TransactionUnsupported,
  NothingLeftToRefund,
  NothingToCancel,
  PaymentsReader,
  PaymentStateForbids,
  refundable,
  RefundExceedsCaptured,
  RefundPayment,
  type Payment,
} from '@tandem/payments';
import {
  OutcomeUnknown,
  ProviderOperationsRepository,
  requestKey,
  type PaymentVerb,
  type ProviderOperation,
} from '@tandem/provider-operations';
import { throwFirstRefusal } from '../throw-first-refusal';

/** Errors where a concurrent operation on the payment came first. A retry sees the payment's new state. */
const LOST_RACE = [NothingToCancel, PaymentStateForbids, RefundExceedsCaptured, NothingLeftToRefund];

/** Voids what is authorized of a payment and refunds what was captured. */
@Injectable()
export class VoidOrRefundPayment {
  constructor(
    private readonly database: Database,
    private readonly operations: ProviderOperationsRepository,
    private readonly payments: PaymentsReader,
    private readonly cancelPayment: CancelPayment,
    private readonly refundPayment: RefundPayment,
  ) {}

  /**
   * Continues an operation that this request began before a crash; another request's operation must finish first. A refund that
   * is pending at the gateway needs nothing more. `found`: read under the lock of its order, since when no capture begins.
   * @throws PaymentDeclined, TransactionUnsupported, OutcomeUnknown
   */
  async run(ctx: RequestContext, found: Payment): Promise<void> {
    const own = mayBeInFlight(found) ? await this.findOwn(ctx, found) : [];
    // A transaction that was in flight when the payment was read may have settled since.
    const ref = { id: found.id, publicId: found.id };
    const payment = mayBeInFlight(found) ? await this.payments.get(ctx, ref) : found;
    try {
      await this.voidOrRefund(ctx, payment, new Set(own.map(({ verb }) => verb)));
    } catch (error) {
      throw LOST_RACE.some((kind) => error instanceof kind) ? inFlightElsewhere(payment) : error;
    }
  }

  private async findOwn(ctx: RequestContext, payment: Payment): Promise<ProviderOperation<PaymentVerb>[]> {
    const open = await this.operations.findOpenByPayments(this.database, payment.storeId, [payment.id]);
    const inFlight = open.filter(({ outcome }) => outcome === null);
    const own = inFlight.filter((operation) => isOf(ctx, operation));
    if (inFlight.length > 0 && own.length === 0) throw inFlightElsewhere(payment);
    return own;
  }

  /** Voids the uncaptured amount, also the rest after a capture. A failed void does not block the refund. */
  private async voidOrRefund(
    ctx: RequestContext,
    payment: Payment,
    own: ReadonlySet<PaymentVerb>,
  ): Promise<void> {
    const ref = { id: payment.id, publicId: payment.id };
    const failures: Error[] = [];
    if (own.has('cancel') || capturable(payment).isPositive()) {
      await this.cancelPayment.run(ctx, ref, noResponse()).catch((error: Error) => {
        // After a capture the rest of the authorization expires by itself if the provider cannot void it.
        if (payment.state === 'captured' && error instanceof TransactionUnsupported) return;
        failures.push(error);
      });
    }
    if (own.has('refund') || refundable(payment).isPositive()) {
      await this.refundPayment
        .run(ctx, { payment: ref }, noResponse())
        .catch((error: Error) => failures.push(error));
    }
    throwFirstRefusal(failures);
  }
}

/** Whether this request, or an earlier try with the same Idempotency-Key, began it. */
function isOf(
  { idempotency: { seed } }: RequestContext,
  { verb, paymentId, operationKey }: ProviderOperation<PaymentVerb>,
): boolean {
  return seed !== null && operationKey === requestKey(seed, verb, paymentId);
}

function inFlightElsewhere({ id }: Payment): OutcomeUnknown {
  return new OutcomeUnknown(id, 'another operation on it is in flight, or came first');
}
