import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import {
  CancelPayment,
  NothingLeftToRefund,
  NothingToCancel,
  PaymentStateForbids,
  RefundExceedsCaptured,
  RefundPayment,
  type Payment,
} from '@tandem/payments';
import { operationKey, OutcomeUnknown, ProviderOperations } from '@tandem/provider-operations';

/** What is refused of a payment when another movement of it was first: looked at again, it may be done or due. */
const OVERTAKEN = [NothingToCancel, PaymentStateForbids, RefundExceedsCaptured, NothingLeftToRefund];

/** Lets go of what is held of a payment, or gives back what was taken of it. */
@Injectable()
export class UndoPayment {
  constructor(
    private readonly database: Database,
    private readonly operations: ProviderOperations,
    private readonly cancelPayment: CancelPayment,
    private readonly refundPayment: RefundPayment,
  ) {}

  /**
   * A movement that this very request began before a crash is carried on; another's must be through first.
   * @throws PaymentDeclined, MovementUnsupported, OutcomeUnknown
   */
  async run(ctx: RequestContext, payment: Payment): Promise<void> {
    const isInFlight = payment.capturing.isPositive() || payment.refunding.isPositive();
    if (isInFlight && !(await this.isOurs(ctx, payment))) throw overtaken(payment);
    const ref = { id: payment.id, shownId: payment.id };
    try {
      if (payment.state === 'authorized') await this.cancelPayment.run(ctx, ref);
      if (payment.refunded.lessThan(payment.captured)) await this.refundPayment.run(ctx, { payment: ref });
    } catch (error) {
      throw OVERTAKEN.some((kind) => error instanceof kind) ? overtaken(payment) : error;
    }
  }

  /** Whether what is in flight of it was begun by this request, with the same Idempotency-Key. */
  private async isOurs(
    { idempotency: { seed } }: RequestContext,
    { storeId, id }: Payment,
  ): Promise<boolean> {
    if (seed === null) return false;
    for (const verb of ['cancel', 'refund'] as const) {
      const key = operationKey({ seed, verb, targetId: id, number: 0 });
      const begun = await this.operations.findByKey(this.database, storeId, key);
      if (begun?.state === 'requested') return true;
    }
    return false;
  }
}

function overtaken({ id }: Payment): OutcomeUnknown {
  return new OutcomeUnknown(id, 'another movement of it is in flight, or was first');
}
