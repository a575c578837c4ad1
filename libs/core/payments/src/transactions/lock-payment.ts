import { Injectable } from '@nestjs/common';
import { EVERY_ORDER } from '@tandem/context';
import type { Tx } from '@tandem/database';
import type { Money } from '@tandem/money';
import { OrdersRepository, type LockedState } from '@tandem/orders';
import { OrderDue } from './order-due';
import type { Payment } from '../payment';
import { PaymentNotFound } from '../payments.errors';
import { PaymentsRepository } from '../payments.repository';

/** A payment that nobody else changes, and its order, which nobody cancels or places meanwhile. */
export interface LockedPayment {
  readonly order: LockedState;
  readonly payment: Payment;
}

/** Takes the locks of a capture, refund or cancel that begins, in the one order of every transaction: order, collections, payment. */
@Injectable()
export class LockPayment {
  constructor(
    private readonly orders: OrdersRepository,
    private readonly due: OrderDue,
    private readonly payments: PaymentsRepository,
  ) {}

  /** @throws PaymentNotFound */
  async run(tx: Tx, found: Payment): Promise<LockedPayment> {
    const order = await this.orders.lockState(tx, found.storeId, found.orderId, EVERY_ORDER);
    if (order === null) throw new PaymentNotFound(found.id);
    const payment = await this.payments.lock(tx, found.storeId, found.id);
    if (payment === null) throw new PaymentNotFound(found.id);
    return { order, payment };
  }

  /**
   * With what may be captured for the order now, so that two acts at once never capture more than is due: a held amount here, a
   * further collection there. @throws PaymentNotFound
   */
  async forCapture(tx: Tx, found: Payment): Promise<LockedPayment & { readonly capturable: Money }> {
    const order = await this.orders.lock(tx, found.storeId, found.orderId, EVERY_ORDER);
    if (order === null) throw new PaymentNotFound(found.id);
    const { due, payments } = await this.due.withPayments(tx, order);
    const payment = payments.find(({ id }) => id === found.id);
    if (!payment) throw new PaymentNotFound(found.id);
    return { order, payment, capturable: due.collectable };
  }
}
