import { Injectable } from '@nestjs/common';
import type { RequestContext, ResponseModel } from '@tandem/context';
import type { Tx } from '@tandem/database';
import type { Money } from '@tandem/money';
import { OperationRunner, type Reserved } from '@tandem/provider-operations';
import type { CaptureInput } from '../capture/capture-payment';
import type { Payment } from '../payment';
import { PaymentsReader } from '../payments.reader';
import type { RefundReasonRef } from '../refund-reasons/refund-reason';
import { RefundReasonsReader } from '../refund-reasons/refund-reasons.reader';
import { ReserveTransaction } from '../transactions/reserve-transaction';
import { SettleTransaction, type SettledTransaction } from '../transactions/settle-transaction';

export interface RefundInput extends CaptureInput {
  /** For the operator's own record. */
  readonly note?: string;
  /** One of the store's refund reasons. */
  readonly reason?: RefundReasonRef;
}

/** What is asked, of the payment as it was found. */
interface Wanted extends Pick<RefundInput, 'note' | 'reason'> {
  readonly found: Payment;
  readonly asked: Money | undefined;
}

/**
 * Gives a captured amount back, in full or in part.
 * @throws PaymentNotFound, RefundReasonNotFound, RefundExceedsCaptured, NothingLeftToRefund, PaymentStateForbids, PaymentDeclined, OutcomeUnknown
 */
@Injectable()
export class RefundPayment {
  constructor(
    private readonly payments: PaymentsReader,
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
    const { note, reason } = input;
    const found = await this.payments.get(ctx, input.payment);
    const requested = { found, note, reason, asked: input.amount?.in(found.authorized.currency) };
    return this.runner.run<'refund', SettledTransaction, Model>(ctx, 'refund', {
      response,
      targetId: found.id,
      reserve: (tx, key) => this.reserve(tx, ctx, requested, key),
      settle: (tx, operation, outcome) => this.settleTransaction.withHistory(tx, operation, outcome),
    });
  }

  private async reserve(
    tx: Tx,
    ctx: RequestContext,
    { found, asked: requested, note, reason }: Wanted,
    key: string | null,
  ): Promise<Reserved<'refund', SettledTransaction>> {
    // Here, and not before: a retry of a refund that was begun with a reason that is removed since finds its operation.
    if (reason) await this.reasons.get(ctx, reason, tx);
    const { order, payment } = await this.reserveTransaction.lock(tx, found);
    const { operation, details } = await this.reserveTransaction.run(tx, ctx, 'refund', {
      payment,
      asked: requested,
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
