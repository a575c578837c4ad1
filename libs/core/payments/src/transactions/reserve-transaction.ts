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

/** A payment that nobody else changes, and its order, which nobody cancels or places meanwhile. */
export interface LockedPayment {
  readonly order: LockedState;
  readonly payment: Payment;
}

/** What is asked of a locked payment. */
interface Wanted {
  readonly payment: Payment;
  /** Left out: all that is left. */
  readonly asked?: Money;
  /** The operation's, where the request has a key of its own. */
  readonly key: string | null;
}

/** The parts of an operation that capture, refund and cancel have in common. */
export interface ReservedAmount {
  readonly operation: Omit<NewOperation<'cancel'>, 'verb' | 'details'>;
  readonly details: NewOperation<'cancel'>['details'];
}

/**
 * Step one of capture, refund and cancel. It takes its locks in the one order of every transaction (order, collections, payment), and
 * sets the amount aside: what is in flight counts against what is left, so two at once cannot take more than there is.
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
   * With what may be captured for the order now, so that two acts at once never capture more than is due: a held amount here, a
   * further collection there. @throws PaymentNotFound
   */
  async lockForCapture(tx: Tx, found: Payment): Promise<LockedPayment & { readonly capturable: Money }> {
    const order = await this.orders.lockForUpdate(tx, found.storeId, found.orderId, EVERY_ORDER);
    if (order === null) throw new PaymentNotFound(found.id);
    const { due, payments } = await this.due.withPayments(tx, order);
    const payment = payments.find(({ id }) => id === found.id);
    if (!payment) throw new PaymentNotFound(found.id);
    return { order, payment, capturable: due.collectable };
  }

  /** A double click: all that is left is being captured or canceled already, so this one waits for what comes of it. */
  async findConcurrent<V extends 'capture' | 'cancel'>(
    tx: Tx,
    verb: V,
    { payment, asked: requested }: Pick<Wanted, 'payment' | 'asked'>,
  ): Promise<OperationOf<V> | null> {
    if (!isAllInFlight(payment, requested)) return null;
    const open = await this.operations.openOfPayments(tx, payment.storeId, [payment.id]);
    return open.flatMap((operation) => (isOfVerb(operation, verb) ? [operation] : []))[0] ?? null;
  }

  /** @throws CaptureExceedsAuthorized, RefundExceedsCaptured, NothingToCancel, …, TransactionUnsupported, PaymentStateForbids */
  async run(
    tx: Tx,
    { caller }: RequestContext,
    verb: PaymentVerb,
    { payment, asked: requested, key }: Wanted,
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
