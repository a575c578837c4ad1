import { Injectable } from '@nestjs/common';
import type { Tx } from '@tandem/database';
import { OrdersRepository, orderTotals, type ItemToSave, type Order } from '@tandem/orders';
import { claimed, CollectionsRepository, dueOf } from '@tandem/payment-collections';
import { OrderCredit } from '@tandem/store-credits';
import { PaidForMore } from '../checkout.errors';
import type { LockedOrder } from '../order-locks';

/** What to change in an open order. */
export interface OrderChange {
  /** The complete new list of lines. */
  readonly items?: readonly ItemToSave[];
  /** Its reserved credit has just changed. */
  readonly isCreditChanged?: true;
  readonly details?: Partial<
    Pick<
      Order,
      'step' | 'email' | 'locale' | 'customerNote' | 'billAddress' | 'shipAddress' | 'metadata' | 'customerId'
    >
  >;
}

/**
 * Saves a change of an order and recalculates its totals, its credit and its collection's amount. Sessions created before keep
 * their amount and become stale.
 */
@Injectable()
export class RecalculateTotals {
  constructor(
    private readonly orders: OrdersRepository,
    private readonly collections: CollectionsRepository,
    private readonly credit: OrderCredit,
  ) {}

  /** @throws PaidForMore, OrderInvalid */
  async run(tx: Tx, { order, collection }: LockedOrder, change: OrderChange = {}): Promise<void> {
    const items = change.items ?? order.items;
    const totals = orderTotals(order.total.currency, items, order.adjustments);
    const unpaid = totals.total.minus(claimed(collection));
    if (unpaid.minor < 0n) throw new PaidForMore();
    const { storeCredit, giftCard } = await this.credit.capTo(
      tx,
      order,
      unpaid,
      change.isCreditChanged ?? false,
    );
    if (change.items) await this.orders.saveItems(tx, order, change.items);
    const credit = { storeCreditTotal: storeCredit, giftCardTotal: giftCard };
    const changed = { ...order, ...change.details, ...totals, ...credit };
    await this.orders.update(tx, changed);
    const { price: amount } = dueOf(changed, [collection]);
    if (amount.compare(collection.amount) !== 0) await this.collections.setAmount(tx, collection, amount);
  }
}
