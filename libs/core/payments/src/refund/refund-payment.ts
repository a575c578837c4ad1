import { Injectable } from '@nestjs/common';
import type { RequestContext, ResponseModel } from '@tandem/context';
import type { Tx } from '@tandem/database';
import { OperationRunner, type Reserved } from '@tandem/provider-operations';
import type { CaptureInput } from '../capture/capture-payment';
import type { RefundReasonRef } from '../refund-reasons/refund-reason';
import { RefundReasonsReader } from '../refund-reasons/refund-reasons.reader';
import { ReserveTransaction } from '../transactions/reserve-transaction';
import { SettleTransaction, type SettledTransaction } from '../transactions/settle-transaction';

export interface RefundInput extends CaptureInput {
  /** For the operator's own record. */
  readonly note?: string;
  /** A refund reason of the store. */
  readonly reason?: RefundReasonRef;
}

/**
 * Refunds a captured amount, in full or in part.
 * @throws PaymentNotFound, RefundReasonNotFound, RefundExceedsCaptured, NothingLeftToRefund, PaymentStateForbids, PaymentDeclined, OutcomeUnknown
 */
@Injectable()
export class RefundPayment {
  constructor(
    private readonly reasons: RefundReasonsReader,
    private readonly runner: OperationRunner,
    private readonly reserveTransaction: ReserveTransaction,
    private readonly settleTransaction: SettleTransaction,
  ) {}

  async run<Model>(
    ctx: RequestContext,
    input: RefundInput,
    response: ResponseModel<SettledTransaction, Model>,
  ): Promise<Model> {
    return this.runner.run<'refund', SettledTransaction, Model>(ctx, 'refund', {
      response,
      targetId: input.payment.id,
      reserve: (tx, key) => this.reserve(tx, ctx, input, key),
      settle: (tx, operation, outcome) => this.settleTransaction.runWithHistory(tx, operation, outcome),
    });
  }

  private async reserve(
    tx: Tx,
    ctx: RequestContext,
    { payment: ref, amount, note, reason }: RefundInput,
    key: string | null,
  ): Promise<Reserved<'refund', SettledTransaction>> {
    const { order, payment } = await this.reserveTransaction.lock(tx, ctx, ref);
    const requested = amount?.in(payment.authorized.currency);
    // Not checked earlier, so that a retry still finds its operation if the reason was removed since.
    if (reason) await this.reasons.get(ctx, reason, tx);
    const { operation, details } = await this.reserveTransaction.run(tx, ctx, 'refund', {
      payment,
      requested,
      key,
    });
    const refund = {
      note: note ?? null,
      refundReasonId: reason?.id ?? null,
      orderWasPlaced: order.completedAt !== null,
    };
    return { open: { ...operation, verb: 'refund', details: { ...details, ...refund } } };
  }
}
