import { Injectable } from '@nestjs/common';
import type { Tx } from '@tandem/database';
import type { Money } from '@tandem/money';
import type { Order } from '@tandem/orders';
import type { Credit, CreditKind, CreditUse } from './credit';
import { creditTotals, excessOf, sharesOf, sumOf, type CreditTotals } from './credit-shares';
import { CreditUsesRepository } from './credit-uses.repository';

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
    const shares = sharesOf(of, most);
    for (const share of shares) await this.uses.hold(tx, order, { kind, id: share.of.id }, share.amount);
    return sumOf(shares, most.currency);
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
    const excess = excessOf(held, most);
    for (const { of, amount } of excess) await this.uses.release(tx, order.storeId, of, amount);
    const left = excess.length === 0 ? held : await this.held(tx, order);
    return creditTotals(left, most.currency);
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

  private async held(tx: Tx, { storeId, id }: Order): Promise<CreditUse[]> {
    return (await this.uses.ofOrder(tx, storeId, id)).filter(({ state }) => state === 'held');
  }
}
