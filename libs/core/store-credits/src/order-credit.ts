import { Injectable } from '@nestjs/common';
import type { Tx } from '@tandem/database';
import type { Money } from '@tandem/money';
import { hasCreditApplied, type Order } from '@tandem/orders';
import type { Credit, CreditKind, CreditUse, GiftCard, StoreCredit } from './credit';
import { creditTotals, excessShares, sharesOf, sumOf, type CreditTotals } from './credit-shares';
import { CreditUsesRepository } from './credit-uses.repository';
import { GiftCardsRepository } from './gift-cards.repository';
import { StoreCreditsRepository } from './store-credits.repository';

/** The credit of an order. The order must be locked, so that nothing else changes its uses. One without credit has none to read. */
@Injectable()
export class OrderCredit {
  constructor(
    private readonly uses: CreditUsesRepository,
    private readonly giftCards: GiftCardsRepository,
    private readonly storeCredits: StoreCreditsRepository,
  ) {}

  /** Null if the store has no card with the code. */
  lockGiftCard(tx: Tx, order: Order, code: string): Promise<GiftCard | null> {
    return this.giftCards.lockByCode(tx, order.storeId, code);
  }

  /** Locks the store credits of the order's customer with a remaining amount; oldest first. Empty for a guest's order. */
  async lockStoreCredits(tx: Tx, { storeId, customerId, total }: Order): Promise<StoreCredit[]> {
    if (customerId === null) return [];
    return this.storeCredits.lockSpendable(tx, storeId, customerId, total.currency);
  }

  /** Reserves up to `max` of these credits, in order. Returns the reserved amount. */
  async reserve(
    tx: Tx,
    order: Order,
    kind: CreditKind,
    { of, max }: { of: readonly Credit[]; max: Money },
  ): Promise<Money> {
    const shares = sharesOf(of, max);
    for (const share of shares) await this.uses.reserve(tx, order, { kind, id: share.of.id }, share.amount);
    return sumOf(shares, max.currency);
  }

  /** Releases all reserved credit of a kind. */
  async release(tx: Tx, order: Order, kind: CreditKind): Promise<void> {
    if (!hasCreditApplied(order)) return;
    for (const use of await this.findReserved(tx, order)) {
      if (use.kind === kind) await this.uses.release(tx, order.storeId, use, use.amount);
    }
  }

  /** Releases what exceeds `max`, latest use first. Returns the amounts still reserved. `isChanged`: since the order was read. */
  async capTo(tx: Tx, order: Order, max: Money, isChanged: boolean): Promise<CreditTotals> {
    const read = (): Promise<CreditUse[]> => this.findReserved(tx, order);
    const reserved = isChanged || hasCreditApplied(order) ? await read() : [];
    const excess = excessShares(reserved, max);
    for (const { of, amount } of excess) await this.uses.release(tx, order.storeId, of, amount);
    const left = excess.length === 0 ? reserved : await read();
    return creditTotals(left, max.currency);
  }

  /** The order is completed: spends the reserved credit. */
  async spend(tx: Tx, order: Order): Promise<void> {
    if (!hasCreditApplied(order)) return;
    for (const use of await this.findReserved(tx, order)) await this.uses.spend(tx, order.storeId, use);
  }

  /** The order is canceled: restores reserved and spent credit. */
  async restore(tx: Tx, order: Order): Promise<void> {
    if (!hasCreditApplied(order)) return;
    for (const use of await this.uses.findByOrder(tx, order.storeId, order.id)) {
      if (use.state === 'held') await this.uses.release(tx, order.storeId, use, use.amount);
      else await this.uses.restore(tx, order.storeId, use);
    }
  }

  private async findReserved(tx: Tx, { storeId, id }: Order): Promise<CreditUse[]> {
    return (await this.uses.findByOrder(tx, storeId, id)).filter(({ state }) => state === 'held');
  }
}
