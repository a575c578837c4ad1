import { Injectable } from '@nestjs/common';
import { noResponse, type RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import {
  CancelPayment,
  capturable,
  TransactionUnsupported,
  NothingLeftToRefund,
  NothingToCancel,
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

/** What is refused of a payment when another movement of it was first: looked at again, it may be done or due. */
const OVERTAKEN = [NothingToCancel, PaymentStateForbids, RefundExceedsCaptured, NothingLeftToRefund];

/** Lets go of what is held of a payment, or gives back what was taken of it. */
@Injectable()
export class VoidOrRefundPayment {
  constructor(
    private readonly database: Database,
    private readonly operations: ProviderOperationsRepository,
    private readonly cancelPayment: CancelPayment,
    private readonly refundPayment: RefundPayment,
  ) {}

  /**
   * A movement that this very request began before a crash is carried on; another's must be through first. A refund that is
   * pending at the gateway is under way, and needs nothing more.
   * @throws PaymentDeclined, TransactionUnsupported, OutcomeUnknown
   */
  async run(ctx: RequestContext, payment: Payment): Promise<void> {
    const open = await this.operations.openOfPayments(this.database, payment.storeId, [payment.id]);
    const inFlight = open.filter(({ outcome }) => outcome === null);
    const ours = inFlight.filter((operation) => isOf(ctx, operation));
    if (inFlight.length > 0 && ours.length === 0) throw overtaken(payment);
    try {
      await this.voidOrRefund(ctx, payment, new Set(ours.map(({ verb }) => verb)));
    } catch (error) {
      throw OVERTAKEN.some((kind) => error instanceof kind) ? overtaken(payment) : error;
    }
  }

  /** What is held is let go, the rest after a capture too; what cannot be let go keeps nothing from being given back. */
  private async voidOrRefund(
    ctx: RequestContext,
    payment: Payment,
    ours: ReadonlySet<PaymentVerb>,
  ): Promise<void> {
    const ref = { id: payment.id, publicId: payment.id };
    const failures: Error[] = [];
    if (ours.has('cancel') || capturable(payment).isPositive()) {
      await this.cancelPayment.run(ctx, ref, noResponse()).catch((error: Error) => {
        // Of a captured payment the rest lapses by itself where the provider cannot let go of it.
        if (payment.state === 'captured' && error instanceof TransactionUnsupported) return;
        failures.push(error);
      });
    }
    if (ours.has('refund') || refundable(payment).isPositive()) {
      await this.refundPayment
        .run(ctx, { payment: ref }, noResponse())
        .catch((error: Error) => failures.push(error));
    }
    throwFirstRefusal(failures);
  }
}

/** Whether it was begun by this request, with the same Idempotency-Key. */
function isOf(
  { idempotency: { seed } }: RequestContext,
  { verb, paymentId, operationKey }: ProviderOperation<PaymentVerb>,
): boolean {
  return seed !== null && operationKey === requestKey(seed, verb, paymentId);
}

function overtaken({ id }: Payment): OutcomeUnknown {
  return new OutcomeUnknown(id, 'another movement of it is in flight, or was first');
}
