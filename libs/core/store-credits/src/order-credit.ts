import { Injectable } from '@nestjs/common';
import type { Tx } from '@tandem/database';
import { Money } from '@tandem/money';
import type { Order } from '@tandem/orders';
import { remaining, type Credit, type CreditKind, type CreditUse } from './credit';
import { CreditUsesRepository } from './credit-uses.repository';

/** What of an order's total its credits pay. */
export interface CreditTotals {
  readonly storeCredit: Money;
  readonly giftCard: Money;
}

/** The credit of one order, while the order is locked: nothing else changes its uses. */
@Injectable()
export class OrderCredit {
  constructor(private readonly uses: CreditUsesRepository) {}

  /** Holds of these credits, one after the other, up to `most`; what came together. */
  async hold(
    tx: Tx,
    order: Order,
    kind: CreditKind,
    { of, most }: { of: readonly Credit[]; most: Money },
  ): Promise<Money> {
    let held = Money.zero(most.currency);
    for (const credit of of) {
      const amount = remaining(credit).min(most.minus(held));
      if (!amount.isPositive()) continue;
      await this.uses.hold(tx, order, { kind, id: credit.id }, amount);
      held = held.plus(amount);
    }
    return held;
  }

  /** Lets go of all that is held of a kind. */
  async release(tx: Tx, order: Order, kind: CreditKind): Promise<void> {
    for (const use of await this.held(tx, order)) {
      if (use.kind === kind) await this.uses.release(tx, order.storeId, use, use.amount);
    }
  }

  /** Lets go of as much as is over `most`, the latest first; what is held then. */
  async fit(tx: Tx, order: Order, most: Money): Promise<CreditTotals> {
    const held = await this.held(tx, order);
    let over = total(held, most.currency).minus(most);
    for (const use of [...held].reverse()) {
      if (!over.isPositive()) break;
      const amount = use.amount.min(over);
      await this.uses.release(tx, order.storeId, use, amount);
      over = over.minus(amount);
    }
    return this.totals(tx, order, most.currency);
  }

  /** The order is placed: what was held is spent. */
  async spend(tx: Tx, order: Order): Promise<void> {
    for (const use of await this.held(tx, order)) await this.uses.spend(tx, order.storeId, use);
  }

  /** The order is canceled: what was held or spent is the customer's again. */
  async giveBack(tx: Tx, order: Order): Promise<void> {
    for (const use of await this.uses.ofOrder(tx, order.storeId, order.id)) {
      if (use.state === 'held') await this.uses.release(tx, order.storeId, use, use.amount);
      else await this.uses.giveBack(tx, order.storeId, use);
    }
  }

  private async totals(tx: Tx, order: Order, currency: string): Promise<CreditTotals> {
    const held = await this.held(tx, order);
    const of = (kind: CreditKind): Money =>
      total(
        held.filter((use) => use.kind === kind),
        currency,
      );
    return { storeCredit: of('store_credit'), giftCard: of('gift_card') };
  }

  private async held(tx: Tx, { storeId, id }: Order): Promise<CreditUse[]> {
    return (await this.uses.ofOrder(tx, storeId, id)).filter(({ state }) => state === 'held');
  }
}

function total(uses: readonly CreditUse[], currency: string): Money {
  return uses.reduce((sum, { amount }) => sum.plus(amount), Money.zero(currency));
}
