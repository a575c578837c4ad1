import { Injectable } from '@nestjs/common';
import { EVERY_ORDER, type RequestContext } from '@tandem/context';
import type { Tx } from '@tandem/database';
import type { Money } from '@tandem/money';
import { OrdersRepository, type LockedState } from '@tandem/orders';
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
import { OrderDue } from './order-due';
import { amountOf, isAllInFlight, refusalOf } from './transaction-amount';

/** A locked payment and its locked order. */
export interface LockedPayment {
  readonly order: LockedState;
  readonly payment: Payment;
}

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
    private readonly due: OrderDue,
    private readonly payments: PaymentsRepository,
    private readonly operations: ProviderOperationsRepository,
    private readonly registry: ProviderRegistry,
  ) {}

  /** @throws PaymentNotFound */
  async lock(tx: Tx, found: Payment): Promise<LockedPayment> {
    const order = await this.orders.lockState(tx, found.storeId, found.orderId, EVERY_ORDER);
    if (order === null) throw new PaymentNotFound(found.id);
    const payment = await this.payments.lockForUpdate(tx, found.storeId, found.id);
    if (payment === null) throw new PaymentNotFound(found.id);
    return { order, payment };
  }

  /**
   * Also returns what may be captured for the order now, so that concurrent captures (of this payment and of another collection)
   * never exceed what is due. @throws PaymentNotFound
   */
  async lockForCapture(tx: Tx, found: Payment): Promise<LockedPayment & { readonly capturable: Money }> {
    const order = await this.orders.lockForUpdate(tx, found.storeId, found.orderId, EVERY_ORDER);
    if (order === null) throw new PaymentNotFound(found.id);
    const { due, payments } = await this.due.calculateWithPayments(tx, order);
    const payment = payments.find(({ id }) => id === found.id);
    if (!payment) throw new PaymentNotFound(found.id);
    return { order, payment, capturable: due.collectable };
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
