import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@tandem/context';
import type { Tx } from '@tandem/database';
import type { Money } from '@tandem/money';
import { OrderNotFound, OrdersRepository } from '@tandem/orders';
import { ProviderRegistry } from '@tandem/payment-providers';
import {
  isOfVerb,
  numberedKey,
  ProviderOperationsRepository,
  type NewOperation,
  type OperationOf,
  type PaymentVerb,
} from '@tandem/provider-operations';
import type { Payment } from '../payment';
import { PaymentNotFound } from '../payments.errors';
import { PaymentsRepository } from '../payments.repository';
import type { PaymentRef } from '../payments.reader';
import { PaymentLocksRepository, type LockedPayment } from './payment-locks.repository';
import { amountOf, isAllInFlight, refusalOf } from './transaction-amount';

/** The requested transaction of a locked payment. */
interface TransactionRequest {
  readonly payment: Payment;
  /** Left out: all that is left. */
  readonly requested?: Money;
  /** The operation's key, if the request has an idempotency key. */
  readonly key: string | null;
}

/** The parts of an operation that capture, refund and cancel share. */
export interface ReservedAmount {
  readonly operation: Omit<NewOperation<'cancel'>, 'verb' | 'details'>;
  readonly details: NewOperation<'cancel'>['details'];
}

/**
 * Step one of capture, refund and cancel. Locks order, collections and payment, in this order, and reserves the amount: what is
 * in flight counts against what is left, so two concurrent requests cannot take more than there is.
 */
@Injectable()
export class ReserveTransaction {
  constructor(
    private readonly orders: OrdersRepository,
    private readonly locks: PaymentLocksRepository,
    private readonly payments: PaymentsRepository,
    private readonly operations: ProviderOperationsRepository,
    private readonly registry: ProviderRegistry,
  ) {}

  /** @throws PaymentNotFound, OrderNotFound */
  async lock(tx: Tx, ctx: RequestContext, ref: PaymentRef): Promise<LockedPayment> {
    return (
      (await this.locks.lockWithOrder(tx, ctx.storeId, ref, ctx.caller.scope)) ??
      this.refuseMissing(tx, ctx, ref)
    );
  }

  /**
   * Also returns what may be captured for the order now, so that concurrent captures (of this payment and of another collection)
   * never exceed what is due. @throws PaymentNotFound, OrderNotFound
   */
  async lockForCapture(
    tx: Tx,
    ctx: RequestContext,
    ref: PaymentRef,
  ): Promise<LockedPayment & { readonly capturable: Money }> {
    const order =
      (await this.locks.lockOrder(tx, ctx.storeId, ref, ctx.caller.scope)) ??
      (await this.refuseMissing(tx, ctx, ref));
    const locked =
      (await this.locks.lockWithDue(tx, order, ref.id)) ?? (await this.refuseMissing(tx, ctx, ref));
    return { order, payment: locked.payment, capturable: locked.due.collectable };
  }

  private async refuseMissing(
    tx: Tx,
    { storeId, caller }: RequestContext,
    { order, publicId }: PaymentRef,
  ): Promise<never> {
    const isPaymentMissing =
      order === undefined || (await this.orders.findByRef(tx, storeId, order, caller.scope));
    throw isPaymentMissing ? new PaymentNotFound(publicId) : new OrderNotFound();
  }

  /** For a double click: the operation that already captures or cancels all that is left; this request waits for its outcome. */
  async findConcurrent<V extends 'capture' | 'cancel'>(
    tx: Tx,
    verb: V,
    { payment, requested }: Pick<TransactionRequest, 'payment' | 'requested'>,
  ): Promise<OperationOf<V> | null> {
    if (!isAllInFlight(payment, requested)) return null;
    const open = await this.operations.findOpenByPayments(tx, payment.storeId, [payment.id]);
    return open.flatMap((operation) => (isOfVerb(operation, verb) ? [operation] : []))[0] ?? null;
  }

  /** @throws CaptureExceedsAuthorized, RefundExceedsCaptured, NothingToCancel, …, TransactionUnsupported, PaymentStateForbids */
  async run(
    tx: Tx,
    { caller }: RequestContext,
    verb: PaymentVerb,
    { payment, requested, key }: TransactionRequest,
  ): Promise<ReservedAmount> {
    const { supports } = this.registry.get(payment.providerId).capabilities;
    const amount = amountOf(verb, payment, requested, supports);
    if ((await this.payments.reserve(tx, verb, payment, amount)) === null) throw refusalOf(verb, payment);
    const { storeId, id, orderId, collectionId, sessionId, providerId, reference } = payment;
    return {
      operation: {
        storeId,
        orderId,
        collectionId,
        sessionId,
        paymentId: id,
        providerId,
        operationKey: key ?? numberedKey(id, verb, payment.operations),
        amount,
      },
      details: {
        methodId: payment.paymentMethodId,
        payment: { reference, externalId: reference },
        createdBy: caller.id,
        isByKey: caller.kind === 'secret_key',
      },
    };
  }
}
