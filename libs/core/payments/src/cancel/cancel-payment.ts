import { Injectable } from '@nestjs/common';
import type { RequestContext, ResponseModel } from '@tandem/context';
import type { Tx } from '@tandem/database';
import { OperationRunner, type Reserved } from '@tandem/provider-operations';
import { PaymentsReader, type PaymentHistory, type PaymentRef } from '../payments.reader';
import { ReserveTransaction } from '../transactions/reserve-transaction';
import { SettleTransaction } from '../transactions/settle-transaction';

/**
 * Cancels an authorized payment (Spree's void, Medusa's cancel); after a partial capture, the rest. A payment that is already
 * canceled is returned unchanged.
 * @throws PaymentNotFound, NothingToCancel, PaymentStateForbids, TransactionUnsupported, PaymentDeclined, OutcomeUnknown
 */
@Injectable()
export class CancelPayment {
  constructor(
    private readonly payments: PaymentsReader,
    private readonly runner: OperationRunner,
    private readonly reserveTransaction: ReserveTransaction,
    private readonly settleTransaction: SettleTransaction,
  ) {}

  async run<Model>(
    ctx: RequestContext,
    ref: PaymentRef,
    response: ResponseModel<PaymentHistory, Model>,
  ): Promise<Model> {
    return this.runner.run<'cancel', PaymentHistory, Model>(ctx, 'cancel', {
      response,
      targetId: ref.id,
      reserve: (tx, key) => this.reserve(tx, ctx, ref, key),
      settle: (tx, operation, outcome) => this.settleTransaction.runWithHistory(tx, operation, outcome),
    });
  }

  private async reserve(
    tx: Tx,
    ctx: RequestContext,
    ref: PaymentRef,
    key: string | null,
  ): Promise<Reserved<'cancel', PaymentHistory>> {
    const { payment } = await this.reserveTransaction.lock(tx, ctx, ref);
    if (payment.state === 'canceled')
      return { done: { value: await this.payments.loadHistory(tx, payment) } };
    const concurrent = await this.reserveTransaction.findConcurrent(tx, 'cancel', { payment });
    if (concurrent) return { concurrent };
    const { operation, details } = await this.reserveTransaction.run(tx, ctx, 'cancel', { payment, key });
    return { open: { ...operation, verb: 'cancel', details } };
  }
}
