import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@tandem/context';
import type { Tx } from '@tandem/database';
import type { DecimalAmount, Money } from '@tandem/money';
import type { OrderRef } from '@tandem/orders';
import { AmountNotPositive } from '@tandem/payment-collections';
import { NoStoreCredit, OrderCredit } from '@tandem/store-credits';
import { UpdateOpenOrder } from '../carts/update-open-order';
import { payableByCredit } from './payable-by-credit';
import type { OrderDetails } from '../order-details';
import type { LockedOrder } from '../order-locks';

/**
 * Pays part of a customer's open order with their store credit; replaces the store credit applied before.
 * Without an amount, as much as possible. @throws OrderNotFound, OrderNotOpen, NoStoreCredit, AmountNotPositive
 */
@Injectable()
export class ApplyStoreCredit {
  constructor(
    private readonly updateOrder: UpdateOpenOrder,
    private readonly credit: OrderCredit,
  ) {}

  run(ctx: RequestContext, ref: OrderRef, amount?: DecimalAmount): Promise<OrderDetails> {
    return this.updateOrder.run(ctx, ref, async (tx, locked) => {
      await this.apply(tx, locked, amount?.in(locked.order.total.currency));
      return { isCreditChanged: true };
    });
  }

  private async apply(tx: Tx, locked: LockedOrder, requested: Money | undefined): Promise<void> {
    const { order } = locked;
    if (order.customerId === null) throw new NoStoreCredit();
    const payable = payableByCredit(locked, order.giftCardTotal);
    const max = requested?.min(payable) ?? payable;
    if (!max.isPositive()) throw new AmountNotPositive();
    await this.credit.release(tx, order, 'store_credit');
    const of = await this.credit.lockStoreCredits(tx, order);
    const applied = await this.credit.reserve(tx, order, 'store_credit', { of, max });
    if (!applied.isPositive()) throw new NoStoreCredit();
  }
}
