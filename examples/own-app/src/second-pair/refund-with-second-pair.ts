import { Inject, Injectable } from '@nestjs/common';
import { CoreError, type RequestContext, type ResponseModel } from '@tandem/context';
import { Money } from '@tandem/money';
import {
  PaymentsReader,
  refundable,
  RefundPayment,
  type RefundInput,
  type SettledTransaction,
} from '@tandem/payments';
import { Approvals } from './approvals';

/** Serialized by each API's error filter, like any other core error. */
export class RefundNeedsSecondPair extends CoreError {
  readonly code = 'refund_needs_second_pair';
  readonly kind = 'conflict';

  constructor() {
    super('A refund above 100 needs a second person to ask for it');
  }
}

/**
 * Refunds up to 100 as usual; a larger refund needs two people to request the same one.
 * @throws RefundNeedsSecondPair, and what RefundPayment throws
 */
@Injectable()
export class RefundWithSecondPair extends RefundPayment {
  // Injected as properties, so that the constructor stays Tandem's.
  @Inject(Approvals) private readonly approvals!: Approvals;
  @Inject(PaymentsReader) private readonly reader!: PaymentsReader;

  override async run<Model>(
    ctx: RequestContext,
    input: RefundInput,
    response: ResponseModel<SettledTransaction, Model>,
  ): Promise<Model> {
    const payment = await this.reader.get(ctx, input.payment);
    const { currency } = payment.authorized;
    const amount = input.amount?.in(currency) ?? refundable(payment);
    // Includes the amount refunded so far: the same amount a second time is another request.
    const refund = `${payment.id} ${amount.toDecimal()} after ${payment.refunded.toDecimal()}`;
    const isLarge = Money.parse('100', currency).lessThan(amount);
    if (isLarge && !this.approvals.isSecond(refund, ctx.caller.id ?? '')) throw new RefundNeedsSecondPair();
    return super.run(ctx, input, response);
  }
}
