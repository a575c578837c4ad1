import { Injectable } from '@nestjs/common';
import { EVERY_ORDER } from '@tandem/context';
import type { Tx } from '@tandem/database';
import type { Money } from '@tandem/money';
import { OrdersRepository } from '@tandem/orders';
import { OrderDue } from './order-due';
import type { Payment } from './payment';
import { CaptureExceedsDue, OrderIsCanceled, PaymentNotFound } from './payments.errors';

/** How much may be captured for an order now. */
export interface CaptureLimitNow {
  readonly isCanceled: boolean;
  readonly due: Money;
}

/**
 * Holds an order while a capture of one of its payments begins, so that two acts at once never capture more than is due: a held
 * amount here, a further collection there.
 */
@Injectable()
export class CaptureLimit {
  constructor(
    private readonly orders: OrdersRepository,
    private readonly due: OrderDue,
  ) {}

  /** The order's lock and its collections', before the payment's: every transaction takes them in this order. */
  async lock(tx: Tx, { storeId, orderId, id }: Payment): Promise<CaptureLimitNow> {
    const order = await this.orders.lock(tx, storeId, orderId, EVERY_ORDER);
    if (order === null) throw new PaymentNotFound(id);
    const { collectable } = await this.due.of(tx, order);
    return { isCanceled: order.state === 'canceled', due: collectable };
  }
}

/** @throws OrderIsCanceled */
export function refuseCanceled({ isCanceled }: CaptureLimitNow): void {
  if (isCanceled) throw new OrderIsCanceled();
}

/** @throws CaptureExceedsDue */
export function refuseBeyondDue({ due }: CaptureLimitNow, amount: Money): void {
  if (due.lessThan(amount)) throw new CaptureExceedsDue(due);
}
